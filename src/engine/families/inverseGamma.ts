import { deviance } from '../math/deviance';
import { logGammaInverse } from '../math/gammaInverse';
import { gammaQ } from '../math/incompleteGamma';
import { logFactorialExcess } from '../math/stirling';
import type { UnivariateFamily } from './family';

function valid(shape: number, scale: number): boolean {
  return shape > 0 && scale > 0;
}

/** Parameters: shape, scale; 1/x is Gamma(shape, scale). */
export const inverseGamma: UnivariateFamily = {
  kind: 'univariate',
  logDensity(x, [shape, scale]) {
    if (!(x > 0)) return -Infinity;
    return Math.log(shape!) - logFactorialExcess(shape!) - deviance(shape!, scale! / x) - Math.log(x);
  },
  cdf(x, [shape, scale]) {
    if (!valid(shape!, scale!)) return NaN;
    return x > 0 ? gammaQ(shape!, scale! / x) : 0;
  },
  quantile: (u, [shape, scale], upper = 1 - u) =>
    valid(shape!, scale!) ? Math.exp(Math.log(scale!) - logGammaInverse(shape!, upper, u)) : NaN,
  mean: ([shape, scale]) => (!valid(shape!, scale!) ? NaN : shape! > 1 ? scale! / (shape! - 1) : Infinity),
  variance([shape, scale]) {
    if (!valid(shape!, scale!)) return NaN;
    return shape! > 2 ? scale! ** 2 / ((shape! - 1) ** 2 * (shape! - 2)) : Infinity;
  },
};
