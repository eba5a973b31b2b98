import type { Curve } from '../../../src/engine/api/preview';

export interface Peak {
  readonly x: number;
  readonly density: number;
}

/**
 * @returns where a curve is highest, the first of several such places; infinite where the density is.
 * Values that are not numbers are passed over; with none left the peak is { x: NaN, density: 0 }.
 */
export function peakOf(x: ArrayLike<number>, density: ArrayLike<number>): Peak {
  let best = -1;
  for (let i = 0; i < density.length; i++) {
    const value = density[i] ?? Number.NaN;
    if (!Number.isNaN(value) && (best < 0 || value > (density[best] ?? 0))) best = i;
  }
  return best < 0 ? { x: Number.NaN, density: 0 } : { x: x[best] ?? Number.NaN, density: density[best] ?? 0 };
}

/** A density that is infinite somewhere is drawn up to this many times its median height where it is positive. */
const unboundedHeight = 6;

/**
 * @returns the density at the top of the picture: a little above the highest line, so that names fit; the histogram may
 * stand out by a quarter. At a pole the picture is cut off rather than flattened.
 */
export function verticalLimit(curve: Curve): number {
  const lines = [
    curve.density,
    ...(curve.before === undefined ? [] : [curve.before]),
    ...curve.components.items.map(({ density }) => density),
  ];
  let highest = 0;
  let pole = false;
  for (const line of lines) {
    for (const value of line) {
      if (value === Number.POSITIVE_INFINITY) pole = true;
      else if (value > highest) highest = value;
    }
  }
  if (pole) highest = Math.min(highest, unboundedHeight * medianPositive(curve.density)) || highest;
  if (highest === 0) return 1;
  let samples = 0;
  for (const value of curve.histogram?.density ?? []) if (value > samples && Number.isFinite(value)) samples = value;
  return Math.max(highest * 1.06, Math.min(samples, highest * 1.25) * 1.01);
}

function medianPositive(values: Float64Array): number {
  const sorted = values.filter((value) => value > 0 && Number.isFinite(value)).sort();
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
