import { logOnePlusSquare } from '../math/logOnePlusSquare';
import type { UnivariateFamily } from './family';

/** Parameter: scale, the median. */
export const halfCauchy: UnivariateFamily = {
  kind: 'univariate',
  logDensity: (x, [scale]) => (x >= 0 ? Math.log(2 / (Math.PI * scale!)) - logOnePlusSquare(x / scale!) : -Infinity),
  cdf: (x, [scale]) => (scale! > 0 ? (2 / Math.PI) * Math.atan(Math.max(0, x) / scale!) : NaN),
  quantile(u, [scale], upper = 1 - u) {
    if (!(scale! > 0)) return NaN;
    return u < 0.5 ? scale! * Math.tan((Math.PI / 2) * u) : scale! / Math.tan((Math.PI / 2) * upper);
  },
  mean: ([scale]) => (scale! > 0 ? Infinity : NaN),
  variance: ([scale]) => (scale! > 0 ? Infinity : NaN),
};
