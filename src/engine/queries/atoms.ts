import { quantileLevels } from '../api/query';
import type { SpreadBelief, StateBelief } from './belief';
import { smoothedDensity } from './smoothedDensity';

/** Weighted values of one element. */
export interface Atoms {
  readonly size: number;
  /** count × size. */
  readonly values: Float64Array;
  /** They sum to 1. */
  readonly weights: Float64Array;
}

/**
 * Moments and quantiles of weighted values.
 * @param known the quantiles of each coordinate, where they are known better
 */
export function spreadOfAtoms(atoms: Atoms, known: readonly Float64Array[] | null = null): SpreadBelief {
  const { size, weights } = atoms;
  const mean = new Float64Array(size);
  const covariance = new Float64Array(size * size);
  addMoments(atoms, mean, covariance);
  const coordinate = (j: number) => weights.map((_, i) => atoms.values[i * size + j]!);
  const quantiles = known ?? Array.from({ length: size }, (_, j) => weightedQuantiles(coordinate(j), weights));
  const logDensity: SpreadBelief['logDensity'] = (j, x) => smoothedDensity(coordinate(j), weights, x);
  return { kind: 'spread', mean, covariance, quantiles, logDensity };
}

/** Fills in the mean and covariance of weighted values. */
export function addMoments({ size, values, weights }: Atoms, mean: Float64Array, covariance: Float64Array): void {
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (weight === 0) continue;
    for (let j = 0; j < size; j++) mean[j]! += weight * values[i * size + j]!;
  }
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (weight === 0) continue;
    for (let j = 0; j < size; j++) {
      const off = weight * (values[i * size + j]! - mean[j]!);
      for (let k = 0; k < size; k++) covariance[j * size + k]! += off * (values[i * size + k]! - mean[k]!);
    }
  }
}

/**
 * Quantiles at `quantileLevels` of weighted values that stand for a continuous distribution: each value has half of its weight below it,
 * and between two the distribution function is a straight line. Undefined values are left out.
 */
export function weightedQuantiles(values: Float64Array, weights: Float64Array): Float64Array {
  const order = Uint32Array.from(
    Array.from(weights.keys()).filter((i) => weights[i]! > 0 && !Number.isNaN(values[i]!)),
  ).sort((a, b) => values[a]! - values[b]!);
  const total = order.reduce((sum, i) => sum + weights[i]!, 0);
  const result = new Float64Array(quantileLevels.length);
  let [before, place, at] = [0, Number.NaN, 0];
  let below = 0;
  for (const i of order) {
    const half = weights[i]! / (2 * total);
    const here = below + half;
    while (at < quantileLevels.length && quantileLevels[at]! <= here) {
      const share = here > before ? (quantileLevels[at]! - before) / (here - before) : 1;
      result[at++] = Number.isNaN(place) ? values[i]! : place + share * (values[i]! - place);
    }
    below = here + half;
    before = here;
    place = values[i]!;
  }
  while (at < quantileLevels.length) result[at++] = place;
  return result;
}

/** The probabilities of the different values among weighted ones, sorted by value. */
export function statesOfAtoms({ size, values, weights }: Atoms): StateBelief {
  const found = new Map<string, { readonly value: Float64Array; weight: number }>();
  for (let i = 0; i < weights.length; i++) {
    const value = values.subarray(i * size, (i + 1) * size);
    const key = size === 1 ? String(value[0]) : value.join();
    const state = found.get(key);
    if (state === undefined) found.set(key, { value, weight: weights[i]! });
    else state.weight += weights[i]!;
  }
  const states = [...found.values()].sort((a, b) => compare(a.value, b.value));
  return {
    kind: 'states',
    values: Float64Array.from(states.flatMap(({ value }) => Array.from(value))),
    probabilities: Float64Array.from(states, ({ weight }) => weight),
  };
}

function compare(a: Float64Array, b: Float64Array): number {
  for (let j = 0; j < a.length; j++) if (a[j] !== b[j]) return a[j]! - b[j]!;
  return 0;
}

/** Quantiles at `quantileLevels` of weighted values as they are: the smallest value at which the distribution function reaches the level. */
export function stateQuantiles(values: Float64Array, weights: Float64Array): Float64Array {
  const order = Array.from(weights.keys()).sort((a, b) => values[a]! - values[b]!);
  const total = weights.reduce((a, b) => a + b, 0);
  return Float64Array.from(quantileLevels, (level) => {
    let below = 0;
    for (const i of order) {
      below += weights[i]!;
      // Rounding of the sum is not to move a quantile.
      if (weights[i]! > 0 && below >= (level - 1e-12) * total) return values[i]!;
    }
    return Number.NaN;
  });
}
