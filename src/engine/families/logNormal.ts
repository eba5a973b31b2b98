import { lessEqual, log, sub } from '@tensorflow/tfjs-core';
import type { UnivariateFamily } from './family';
import { normal } from './normal';
import { guard, outside } from './support';

/** Parameters: mean and sd of log x. */
export const logNormal: UnivariateFamily = {
  kind: 'univariate',
  logProb(x, parameters) {
    const no = lessEqual(x, 0);
    const logX = log(guard(x, no, 1));
    return outside(no, sub(normal.logProb(logX, parameters), logX));
  },
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
