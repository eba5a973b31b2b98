import { Unanswerable } from '../../api/unanswerable';
import type { LinearGaussian } from './linearGaussian';
import { type Order, orderOf } from './order';
import { SquareRootGaussian } from './squareRoot';

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
const widthLimit = 2048;

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
  const { visits } = narrowOrder(model, observed, keep, true);
  const state = new SquareRootGaussian(model.owner.length);
  fixAll(state, model, evidence);
  let logEvidence = 0;
  for (const { node, release } of visits) {
    const values = evidence.get(node.key);
    if (values === undefined) state.add(node, node.conditional!);
    else logEvidence += state.observe(node, node.conditional!, values);
    state.drop(release);
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
  const [mean, covariance] = state.moments(nodes);
  return { logEvidence, mean, covariance, offsets };
}

/**
 * The order of a forward pass.
 * @param wanted elements that must be part of it
 * @param keeps whether to hold them to the end
 * @throws Unanswerable where too many coordinates would have to be held at once
 */
export function narrowOrder(
  model: LinearGaussian,
  observed: ReadonlySet<string>,
  wanted: readonly string[],
  keeps: boolean,
): Order {
  const order = orderOf(model, observed, new Set(wanted), keeps);
  if (order.width <= widthLimit) return order;
  throw new Unanswerable(
    `${[...wanted, ...observed][0]} depends on ${order.width.toLocaleString('en')} linear and Gaussian numbers that have to be kept at once, more than the ${widthLimit.toLocaleString('en')} that the preview can take. Use shorter vectors.`,
  );
}

/** Fixes all evidence that the model knows. */
export function fixAll(
  state: SquareRootGaussian,
  model: LinearGaussian,
  evidence: ReadonlyMap<string, Float64Array>,
): void {
  for (const [key, values] of evidence) {
    const node = model.byKey.get(key);
    if (node !== undefined) state.fix(node, values);
  }
}
