import { logRootTwoPi } from '../math/normalCdf';
import type { CoordinateDensity } from './belief';

/** Cells of the grid on which the values are gathered, for each standard deviation of the kernel. */
const perWidth = 8;
const cellLimit = 2 ** 16;
/** The kernel ends there, in its standard deviations. */
const reach = 6;

/**
 * The density of weighted values, each smeared out to a Normal. Its width is Silverman's rule for the number of values that the weights are
 * worth: 0.9 min(sd, interquartile range / 1.34) n^(−1/5).
 * @param weights they sum to 1
 */
export function smoothedDensity(values: Float64Array, weights: Float64Array, x: Float64Array): CoordinateDensity {
  const size = 1 / weights.reduce((sum, weight) => sum + weight * weight, 0);
  const width = kernelWidth(values, weights, size);
  if (!(width > 0)) {
    const logs = x.map((at) => (at === values[0] ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY));
    return { logs, errors: null, smoothed: true };
  }
  const cells = gathered(values, weights, width);
  const logs = new Float64Array(x.length);
  const errors = new Float64Array(x.length);
  x.forEach((at, p) => {
    let sum = 0;
    const first = Math.max(0, Math.floor((at - reach * width - cells.low) / cells.step));
    const last = Math.min(cells.masses.length - 1, Math.ceil((at + reach * width - cells.low) / cells.step));
    for (let i = first; i <= last; i++) {
      const off = (at - cells.low - i * cells.step) / width;
      sum += cells.masses[i]! * Math.exp(-0.5 * off * off - logRootTwoPi);
    }
    const density = sum / width;
    logs[p] = Math.log(density);
    // The variance of a kernel estimate is density / (2 √π n width).
    errors[p] = density > 0 ? Math.sqrt(1 / (2 * Math.sqrt(Math.PI) * size * width * density)) : 0;
  });
  return { logs, errors, smoothed: true };
}

function kernelWidth(values: Float64Array, weights: Float64Array, size: number): number {
  const mean = weights.reduce((sum, weight, i) => sum + (weight > 0 ? weight * values[i]! : 0), 0);
  const variance = weights.reduce((sum, weight, i) => sum + (weight > 0 ? weight * (values[i]! - mean) ** 2 : 0), 0);
  const order = Array.from(weights.keys())
    .filter((i) => weights[i]! > 0)
    .sort((a, b) => values[a]! - values[b]!);
  const at = (share: number) => {
    let below = 0;
    for (const i of order) {
      below += weights[i]!;
      if (below >= share) return values[i]!;
    }
    return Number.NaN;
  };
  const spreads = [Math.sqrt(variance), (at(0.75) - at(0.25)) / 1.34].filter(
    (each) => each > 0 && Number.isFinite(each),
  );
  return spreads.length === 0 ? 0 : 0.9 * Math.min(...spreads) * size ** -0.2;
}

/** The weights on an even grid, each shared between the two cells that its value lies between. */
function gathered(values: Float64Array, weights: Float64Array, width: number) {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  values.forEach((value, i) => {
    if (!(weights[i]! > 0)) return;
    low = Math.min(low, value);
    high = Math.max(high, value);
  });
  const step = Math.max(width / perWidth, (high - low) / cellLimit);
  const masses = new Float64Array(Math.ceil((high - low) / step) + 2);
  values.forEach((value, i) => {
    const weight = weights[i]!;
    if (!(weight > 0)) return;
    const place = (value - low) / step;
    const cell = Math.floor(place);
    masses[cell]! += weight * (cell + 1 - place);
    masses[cell + 1]! += weight * (place - cell);
  });
  return { low, step, masses };
}
