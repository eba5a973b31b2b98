import { sizeOf } from './batch';
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
