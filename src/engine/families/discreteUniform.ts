import type { UnivariateFamily } from './family';

function valid(low: number, high: number): boolean {
  return Number.isInteger(low) && Number.isInteger(high) && low <= high;
}

function mass(x: number, [low, high]: readonly number[]): number {
  return Number.isInteger(x) && x >= low! && x <= high! ? 1 / (high! - low! + 1) : 0;
}

/** Parameters: low, high. */
export const discreteUniform: UnivariateFamily = {
  kind: 'univariate',
  logDensity: (x, parameters) => Math.log(mass(x, parameters)),
  mass,
  cdf(x, [low, high]) {
    if (!valid(low!, high!)) return NaN;
    return Math.min(1, Math.max(0, (Math.floor(x) - low! + 1) / (high! - low! + 1)));
  },
  quantile(u, [low, high]) {
    if (!valid(low!, high!)) return NaN;
    const n = high! - low! + 1;
    const k = Math.min(n, Math.max(1, Math.ceil(u * n)));
    // The product may have been rounded over a whole number.
    return low! - 1 + (k > 1 && (k - 1) / n >= u ? k - 1 : k);
  },
  mean: ([low, high]) => (valid(low!, high!) ? low! + (high! - low!) / 2 : NaN),
  variance: ([low, high]) => (valid(low!, high!) ? ((high! - low! + 1) ** 2 - 1) / 12 : NaN),
  support: ([low, high]) => ({ low: low!, high: high! }),
};
