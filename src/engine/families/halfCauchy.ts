import { add, div, less, log, neg } from '@tensorflow/tfjs-core';
import { logOnePlusSquare } from '../math/logOnePlusSquare';
import { log1pSquare } from '../tensor/math/log1pSquare';
import type { UnivariateFamily } from './family';
import { guard, outside, positive } from './support';

/** Parameter: scale, the median. */
export const halfCauchy: UnivariateFamily = {
  kind: 'univariate',
  logProb(x, [scale]) {
    const below = less(x, 0);
    const width = positive(scale!);
    const y = div(guard(x, below, 0), width);
    return outside(below, neg(add(log1pSquare(y), add(log(width), Math.log(Math.PI / 2)))));
  },
  logDensity: (x, [scale]) => (x >= 0 ? Math.log(2 / (Math.PI * scale!)) - logOnePlusSquare(x / scale!) : -Infinity),
  cdf: (x, [scale]) => (scale! > 0 ? (2 / Math.PI) * Math.atan(Math.max(0, x) / scale!) : NaN),
  quantile(u, [scale], upper = 1 - u) {
    if (!(scale! > 0)) return NaN;
    return u < 0.5 ? scale! * Math.tan((Math.PI / 2) * u) : scale! / Math.tan((Math.PI / 2) * upper);
  },
  mean: ([scale]) => (scale! > 0 ? Infinity : NaN),
  variance: ([scale]) => (scale! > 0 ? Infinity : NaN),
};
