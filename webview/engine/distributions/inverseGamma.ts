import { div, lessEqual, log, sub } from '@tensorflow/tfjs-core';
import { logGammaInverse } from '../math/gammaInverse';
import { gammaQ } from '../math/incompleteGamma';
import { deviance } from '../math/tensor/deviance';
import { logFactorialExcess } from '../math/tensor/logFactorialExcess';
import type { UnivariateFamily } from './family';
import { guard, outside, positive } from './support';

function valid(shape: number, scale: number): boolean {
  return shape > 0 && scale > 0;
}

/** Parameters: shape, scale; 1/x is Gamma(shape, scale). */
export const inverseGamma: UnivariateFamily = {
  kind: 'univariate',
  logProb(x, [shape, scale]) {
    const [a, b] = [positive(shape!), positive(scale!)];
    const no = lessEqual(x, 0);
    const value = guard(x, no, 1);
    const constant = sub(log(a), logFactorialExcess(a));
    return outside(no, sub(sub(constant, deviance(a, div(b, value))), log(value)));
  },
  cdf(x, [shape, scale]) {
    if (!valid(shape!, scale!)) return NaN;
    return x > 0 ? gammaQ(shape!, scale! / x) : 0;
  },
  quantile: (u, [shape, scale]) =>
    valid(shape!, scale!) ? Math.exp(Math.log(scale!) - logGammaInverse(shape!, 1 - u, u)) : NaN,
  mean: ([shape, scale]) => (!valid(shape!, scale!) ? NaN : shape! > 1 ? scale! / (shape! - 1) : Infinity),
  variance([shape, scale]) {
    if (!valid(shape!, scale!)) return NaN;
    return shape! > 2 ? scale! ** 2 / ((shape! - 1) ** 2 * (shape! - 2)) : Infinity;
  },
};
