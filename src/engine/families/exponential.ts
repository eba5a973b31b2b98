import { less, log, mul, sub } from '@tensorflow/tfjs-core';
import type { UnivariateFamily } from './family';
import { guard, outside, positive } from './support';

/** Parameter: rate. */
export const exponential: UnivariateFamily = {
  kind: 'univariate',
  logProb(x, [rate]) {
    const below = less(x, 0);
    const valid = positive(rate!);
    return outside(below, sub(log(valid), mul(valid, guard(x, below, 0))));
  },
  logDensity: (x, [rate]) => (x >= 0 ? Math.log(rate!) - rate! * x : -Infinity),
  cdf: (x, [rate]) => (rate! > 0 ? -Math.expm1(-rate! * Math.max(0, x)) : NaN),
  quantile: (u, [rate], upper = 1 - u) => (rate! > 0 ? -(u < 0.5 ? Math.log1p(-u) : Math.log(upper)) / rate! : NaN),
  mean: ([rate]) => (rate! > 0 ? 1 / rate! : NaN),
  variance: ([rate]) => (rate! > 0 ? 1 / rate! ** 2 : NaN),
};
