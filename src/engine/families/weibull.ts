import { logGamma } from '../math/stirling';
import { densityAtEnd } from './densityAtEnd';
import type { UnivariateFamily } from './family';

function valid(shape: number, scale: number): boolean {
  return shape > 0 && scale > 0;
}

/** Parameters: shape, scale. At x = 0 the log density takes its limit. */
export const weibull: UnivariateFamily = {
  kind: 'univariate',
  logDensity(x, [shape, scale]) {
    const atOne = Math.log(shape!) - Math.log(scale!);
    if (!(x > 0)) return x === 0 ? densityAtEnd(shape! - 1, atOne) : -Infinity;
    if (x === Infinity) return -Infinity;
    const y = x / scale!;
    return atOne + (shape! - 1) * Math.log(y) - y ** shape!;
  },
  cdf: (x, [shape, scale]) => (valid(shape!, scale!) ? -Math.expm1(-((Math.max(0, x) / scale!) ** shape!)) : NaN),
  quantile: (u, [shape, scale], upper = 1 - u) =>
    valid(shape!, scale!) ? scale! * (-(u < 0.5 ? Math.log1p(-u) : Math.log(upper))) ** (1 / shape!) : NaN,
  mean: ([shape, scale]) => (valid(shape!, scale!) ? scale! * Math.exp(logGamma(1 + 1 / shape!)) : NaN),
  variance([shape, scale]) {
    if (!valid(shape!, scale!)) return NaN;
    const logMean = logGamma(1 + 1 / shape!);
    return scale! ** 2 * Math.exp(2 * logMean) * Math.expm1(logGamma(1 + 2 / shape!) - 2 * logMean);
  },
};
