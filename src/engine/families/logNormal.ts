import type { UnivariateFamily } from './family';
import { normal } from './normal';

/** Parameters: mean and sd of log x. */
export const logNormal: UnivariateFamily = {
  kind: 'univariate',
  logDensity(x, parameters) {
    if (!(x > 0)) return -Infinity;
    const log = Math.log(x);
    return normal.logDensity(log, parameters) - log;
  },
  cdf: (x, parameters) => normal.cdf(Math.log(Math.max(0, x)), parameters),
  quantile: (u, parameters, upper) => Math.exp(normal.quantile(u, parameters, upper)),
  mean: ([mean, sd]) => (sd! > 0 ? Math.exp(mean! + 0.5 * sd! ** 2) : NaN),
  variance: ([mean, sd]) => (sd! > 0 ? Math.expm1(sd! ** 2) * Math.exp(2 * mean! + sd! ** 2) : NaN),
};
