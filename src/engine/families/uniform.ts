import type { UnivariateFamily } from './family';

/** Parameters: low, high. */
export const uniform: UnivariateFamily = {
  kind: 'univariate',
  logDensity: (x, [low, high]) => (x >= low! && x <= high! ? -Math.log(high! - low!) : -Infinity),
  cdf(x, [low, high]) {
    if (!(low! < high!)) return NaN;
    return Math.min(1, Math.max(0, (x - low!) / (high! - low!)));
  },
  quantile(u, [low, high], upper = 1 - u) {
    if (!(low! < high!)) return NaN;
    const width = high! - low!;
    return u < 0.5 ? Math.min(high!, low! + u * width) : Math.max(low!, high! - upper * width);
  },
  mean: ([low, high]) => (low! < high! ? low! + 0.5 * (high! - low!) : NaN),
  variance: ([low, high]) => (low! < high! ? (high! - low!) ** 2 / 12 : NaN),
};
