import { sizeOf } from './batch';
import type { Choice } from './preview';
import type { Target } from './target';

/** The samples of a target: one coordinate of each draw, or the draws themselves. */
export function targetSamples(target: Target, draws: Float64Array): Float64Array {
  if (target.coordinate === null) return draws;
  const size = sizeOf(target.element.variable.type.shape);
  const { coordinate } = target;
  return Float64Array.from({ length: draws.length / size }, (_, i) => draws[i * size + coordinate]!);
}

/** The share of numbers within [low, high]. */
export function shareWithin(values: Float64Array, low: number, high: number): number {
  let inside = 0;
  for (const value of values) if (value >= low && value <= high) inside++;
  return values.length === 0 ? 1 : inside / values.length;
}

/** The share of samples at each of some values. */
export function sharesAt(samples: Float64Array, values: Float64Array): Float64Array {
  const place = new Map(Array.from(values, (value, i) => [value, i]));
  const result = new Float64Array(values.length);
  for (const sample of samples) {
    const i = place.get(sample);
    if (i !== undefined) result[i]! += 1 / samples.length;
  }
  return result;
}

/** The observed values of what is looked at; none where there are no data for it. */
export function observedData(
  data: Readonly<Record<string, readonly (readonly number[])[]>>,
  choice: Choice,
): Float64Array {
  const rows = data[choice.variable];
  if (rows === undefined || choice.index !== null) return new Float64Array();
  return Float64Array.from(rows, (row) => row[(choice.coordinate ?? 1) - 1] ?? Number.NaN).filter(Number.isFinite);
}
