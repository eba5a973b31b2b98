/** A distribution over places with widths, normalised. */
export interface Tabulated {
  /** Probability of each place. */
  readonly mass: Float64Array;
  /** log density of each place. */
  readonly log: Float64Array;
}

/**
 * Normalises log densities over places.
 * @param logs natural logarithms; not a number counts as none
 * @returns null where there is no probability at all
 */
export function tabulated(logs: Float64Array, widths: Float64Array): Tabulated | null {
  let top = Number.NEGATIVE_INFINITY;
  logs.forEach((log, i) => {
    if ((widths[i] ?? 0) > 0 && log > top) top = log;
  });
  if (!Number.isFinite(top)) return null;
  let total = 0;
  logs.forEach((log, i) => {
    if ((widths[i] ?? 0) > 0 && !Number.isNaN(log)) total += Math.exp(log - top) * (widths[i] ?? 0);
  });
  const scale = top + Math.log(total);
  const log = logs.map((value) => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value - scale));
  return { log, mass: log.map((value, i) => ((widths[i] ?? 0) > 0 ? Math.exp(value) * (widths[i] ?? 0) : 0)) };
}

/** log (eᵃ + eᵇ) */
export function logAddExp(a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  return low === Number.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(low - high));
}

/** What each point of a grid stands for by the trapezoidal rule. */
export function trapezoidWidths(x: Float64Array): Float64Array {
  return x.map((value, i) => 0.5 * ((x[i + 1] ?? value) - (x[i - 1] ?? value)));
}
