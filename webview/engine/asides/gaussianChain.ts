import { sizeOf } from '../batch';
import { filter } from '../gaussian/filter';
import { isLinearGaussian } from '../gaussian/linear';
import { linearGaussian } from '../gaussian/linearGaussian';
import type { Element } from '../graph';
import { cholesky } from '../math/cholesky';
import { normalQuantile } from '../math/normalQuantile';
import { closureOf } from '../queries/parts';
import type { Evidence, Inquiry } from '../queries/query';
import { hash, normals } from '../random';
import { Unanswerable } from '../unanswerable';

/** The joint Gaussian of one coordinate of the elements of a chain. */
export interface GaussianChain {
  /** Of every element; of an observed one its value. */
  readonly mean: Float64Array;
  /** 0 for an observed one. */
  readonly sd: Float64Array;
  /** Joint draws; none where the covariance is singular. */
  paths(count: number): Float64Array[];
}

/** Coordinates that are held at once. */
const widest = 1024;

/**
 * The elements of a chain given the evidence, in closed form where all that they depend on is linear and Gaussian.
 * @param coordinate from 0
 * @returns null where it is not so
 * @throws Unanswerable where the evidence is impossible
 */
export function gaussianChain(
  { given, graph, seed }: Inquiry,
  elements: readonly Element[],
  coordinate: number,
  evidence: Evidence,
): GaussianChain | null {
  const known = Array.from(evidence.keys(), (key) => graph.byKey(key));
  const closure = closureOf(graph, [...elements, ...known]);
  if (closure.some((element) => element.discrete || !isLinearGaussian(element, given.program))) return null;
  const free = elements.filter(({ key }) => !evidence.has(key));
  if (free.reduce((sum, { variable }) => sum + sizeOf(variable.type.shape), 0) > widest) return null;
  const model = linearGaussian(given, closure, new Map());
  if (model === null) return null;
  const filtered = filter(
    model,
    evidence,
    free.map(({ key }) => key),
  );
  if (filtered.logEvidence === Number.NEGATIVE_INFINITY) {
    throw new Unanswerable('The given values are impossible together: nothing can be said of the others.');
  }
  const width = filtered.mean.length;
  const places = free.map(({ key }) => filtered.offsets.get(key)! + coordinate);
  const covariance = places.flatMap((row) => places.map((column) => filtered.covariance[row * width + column]!));
  const mean = new Float64Array(elements.length);
  const sd = new Float64Array(elements.length);
  const at = elements.flatMap((element, k) => (evidence.has(element.key) ? [] : [k]));
  elements.forEach(({ key }, k) => {
    mean[k] = evidence.get(key)?.[coordinate] ?? 0;
  });
  at.forEach((k, i) => {
    mean[k] = filtered.mean[places[i]!]!;
    sd[k] = Math.sqrt(Math.max(0, covariance[i * places.length + i]!));
  });
  const paths = (count: number): Float64Array[] => {
    const root = cholesky(covariance, places.length);
    if (root === null) return [];
    const standard = normals(hash(`${seed}|paths`), count * places.length);
    return Array.from({ length: count }, (_, path) => {
      const values = mean.slice();
      at.forEach((k, i) => {
        for (let j = 0; j <= i; j++) {
          values[k]! += root[i * places.length + j]! * standard[path * places.length + j]!;
        }
      });
      return values;
    });
  };
  return { mean, sd, paths };
}

/** The quantile of every element at some level. */
export function gaussianQuantiles({ mean, sd }: GaussianChain, level: number): Float64Array {
  const away = normalQuantile(level);
  return mean.map((value, k) => value + sd[k]! * away);
}
