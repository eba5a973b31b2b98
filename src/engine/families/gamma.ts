import { deviance } from '../math/deviance';
import { logGammaInverse } from '../math/gammaInverse';
import { gammaP } from '../math/incompleteGamma';
import { logFactorialExcess } from '../math/stirling';
import { densityAtEnd } from './densityAtEnd';
import type { UnivariateFamily } from './family';

function valid(shape: number, rate: number): boolean {
  return shape > 0 && rate > 0;
}

/**
 * Parameters: shape, rate. With a the shape and m = rate · x the log density is log a − D(a, m) − excess(a) − log x, in which
 * nothing cancels for large shapes. At x = 0 it takes its limit.
 */
export const gamma: UnivariateFamily = {
  kind: 'univariate',
  logDensity(x, [shape, rate]) {
    if (!(x > 0)) return x === 0 ? densityAtEnd(shape! - 1, Math.log(rate!)) : -Infinity;
    if (x === Infinity) return -Infinity;
    return Math.log(shape!) - logFactorialExcess(shape!) - deviance(shape!, rate! * x) - Math.log(x);
  },
  cdf: (x, [shape, rate]) => (valid(shape!, rate!) ? gammaP(shape!, rate! * x) : NaN),
  quantile: (u, [shape, rate], upper = 1 - u) =>
    valid(shape!, rate!) ? Math.exp(logGammaInverse(shape!, u, upper) - Math.log(rate!)) : NaN,
  mean: ([shape, rate]) => (valid(shape!, rate!) ? shape! / rate! : NaN),
  variance: ([shape, rate]) => (valid(shape!, rate!) ? shape! / rate! ** 2 : NaN),
};
