import { erf } from '../math/erf';
import { logGammaInverse } from '../math/gammaInverse';
import { logRootTwoPi } from '../math/normalCdf';
import { normalQuantile } from '../math/normalQuantile';
import type { UnivariateFamily } from './family';

/** Parameter: scale, the sd of the normal that is folded. */
export const halfNormal: UnivariateFamily = {
  kind: 'univariate',
  logDensity: (x, [scale]) =>
    x >= 0 ? -0.5 * (x / scale!) ** 2 - Math.log(scale!) - logRootTwoPi + Math.LN2 : -Infinity,
  cdf: (x, [scale]) => (scale! > 0 ? erf(Math.max(0, x) / (scale! * Math.SQRT2)) : NaN),
  quantile(u, [scale], upper = 1 - u) {
    if (!(scale! > 0)) return NaN;
    if (u > 0.5) return -scale! * normalQuantile(0.5 * upper);
    // y²/2 is Gamma(½, 1); the normal's quantile at (1 + u)/2 would round u away.
    return scale! * Math.sqrt(2) * Math.exp(0.5 * logGammaInverse(0.5, u, upper));
  },
  mean: ([scale]) => (scale! > 0 ? scale! * Math.sqrt(2 / Math.PI) : NaN),
  variance: ([scale]) => (scale! > 0 ? scale! ** 2 * (1 - 2 / Math.PI) : NaN),
};
