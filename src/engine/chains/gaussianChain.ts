import type { Evidence, Inquiry } from '../api/query';
import { Unanswerable } from '../api/unanswerable';
import { isLinearGaussian } from '../factors/gaussian/linear';
import { linearGaussian } from '../factors/gaussian/linearGaussian';
import { smooth } from '../factors/gaussian/smoother';
import { normalQuantile } from '../math/normalQuantile';
import type { Element } from '../plan/graph';
import { hash, normals } from '../sampling/random';

/** The joint Gaussian of one coordinate of the elements of a chain. */
export interface GaussianChain {
  /** Of every element; of an observed one its value. */
  readonly mean: Float64Array;
  /** 0 for an observed one. */
  readonly sd: Float64Array;
  /** Joint draws. */
  paths(count: number): Float64Array[];
}

/**
 * The elements of a chain given the evidence, in closed form where all that they depend on is linear and Gaussian.
 * @param coordinate from 0
 * @returns null where it is not so, or is too wide to be held
 * @throws Unanswerable where the evidence is impossible
 */
export function gaussianChain(
  { given, graph, seed }: Inquiry,
  elements: readonly Element[],
  coordinate: number,
  evidence: Evidence,
): GaussianChain | null {
  const known = Array.from(evidence.keys(), (key) => graph.byKey(key));
  const closure = graph.closure([...elements, ...known]);
  if (closure.some((element) => element.discrete || !isLinearGaussian(element, given.program))) return null;
  const model = linearGaussian(given, closure, new Map());
  if (model === null) return null;
  const free = elements.filter(({ key }) => !evidence.has(key)).map(({ key }) => key);
  const smoothed = smooth(model, evidence, free);
  if (smoothed === null) return null;
  if (smoothed.logEvidence === Number.NEGATIVE_INFINITY) {
    throw new Unanswerable('The given values are impossible together: nothing can be said of the others.');
  }
  const mean = new Float64Array(elements.length);
  const sd = new Float64Array(elements.length);
  elements.forEach(({ key }, k) => {
    const moments = smoothed.of.get(key);
    mean[k] = (moments?.mean ?? evidence.get(key)!)[coordinate]!;
    if (moments !== undefined) sd[k] = Math.sqrt(moments.covariance[coordinate * (moments.mean.length + 1)]!);
  });
  const { numbers, draw } = smoothed;
  const paths = (count: number): Float64Array[] => {
    const standard = normals(hash(`${seed}|paths`), count * numbers);
    return Array.from({ length: count }, (_, path) => {
      const values = draw(standard.subarray(path * numbers, (path + 1) * numbers));
      return Float64Array.from(elements, ({ key }, k) =>
        evidence.has(key) ? mean[k]! : values[model.byKey.get(key)!.first + coordinate]!,
      );
    });
  };
  return { mean, sd, paths };
}

/** The quantile of every element at some level. */
export function gaussianQuantiles({ mean, sd }: GaussianChain, level: number): Float64Array {
  const away = normalQuantile(level);
  return mean.map((value, k) => value + sd[k]! * away);
}
