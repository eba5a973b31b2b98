import { Unanswerable } from '../unanswerable';
import type { LinearGaussian } from './linearGaussian';
import { LiveGaussian } from './liveGaussian';
import { orderOf } from './order';

export interface Filtered {
  /** log p(evidence); 0 where there is none. */
  readonly logEvidence: number;
  /** Of the kept elements given the evidence, one after another. */
  readonly mean: Float64Array;
  /** Square, row-major. */
  readonly covariance: Float64Array;
  /** The place of the first coordinate of every kept element. */
  readonly offsets: ReadonlyMap<string, number>;
}

/** Coordinates that may be held at once: their covariance takes 32 MB. */
export const widthLimit = 2048;

/**
 * The joint Gaussian of some elements given the values of others, by one pass through the model that holds only what is still needed: along
 * a chain its time is proportional to the length.
 * @param keep keys of elements that are not in the evidence
 * @throws Unanswerable where too many coordinates would have to be held at once
 */
export function filter(
  model: LinearGaussian,
  evidence: ReadonlyMap<string, Float64Array>,
  keep: readonly string[],
): Filtered {
  const observed = new Set(evidence.keys());
  const { visits, width } = orderOf(model, observed, new Set(keep));
  if (width > widthLimit) {
    throw new Unanswerable(
      `${[...keep, ...observed][0]} depends on ${width.toLocaleString('en')} linear and Gaussian numbers that have to be kept at once, more than the ${widthLimit.toLocaleString('en')} that the preview can take. Use shorter vectors.`,
    );
  }
  const live = new LiveGaussian(model.owner.length);
  for (const [key, values] of evidence) {
    const node = model.byKey.get(key);
    if (node !== undefined) live.fix(node, values);
  }
  let logEvidence = 0;
  for (const { node, release } of visits) {
    const values = evidence.get(node.key);
    if (values === undefined) live.add(node, node.conditional!);
    else logEvidence += live.observe(node, node.conditional!, values);
    live.drop(release);
  }
  const nodes = keep.map((key) => {
    const node = model.byKey.get(key);
    if (node === undefined || observed.has(key)) throw new Error(`${key} is not an unobserved element of the model.`);
    return node;
  });
  const offsets = new Map<string, number>();
  let at = 0;
  for (const node of nodes) {
    offsets.set(node.key, at);
    at += node.size;
  }
  const [mean, covariance] = live.moments(live.placesOf(nodes));
  return { logEvidence, mean, covariance, offsets };
}
