import type { UnivariateFamily } from './family';

/** Parameter: rate. */
export const exponential: UnivariateFamily = {
  kind: 'univariate',
  logDensity: (x, [rate]) => (x >= 0 ? Math.log(rate!) - rate! * x : -Infinity),
  cdf: (x, [rate]) => (rate! > 0 ? -Math.expm1(-rate! * Math.max(0, x)) : NaN),
  quantile: (u, [rate], upper = 1 - u) => (rate! > 0 ? -(u < 0.5 ? Math.log1p(-u) : Math.log(upper)) / rate! : NaN),
  mean: ([rate]) => (rate! > 0 ? 1 / rate! : NaN),
  variance: ([rate]) => (rate! > 0 ? 1 / rate! ** 2 : NaN),
};
