import { logOnePlusSquare } from '../math/logOnePlusSquare';
import type { UnivariateFamily } from './family';

/** Parameters: loc, scale. */
export const cauchy: UnivariateFamily = {
  kind: 'univariate',
  logDensity: (x, [loc, scale]) => -Math.log(Math.PI * scale!) - logOnePlusSquare((x - loc!) / scale!),
  cdf: (x, [loc, scale]) => (scale! > 0 ? Math.atan2(1, (loc! - x) / scale!) / Math.PI : NaN),
  quantile(u, [loc, scale], upper = 1 - u) {
    if (!(scale! > 0)) return NaN;
    if (u === 0.5) return loc!;
    return u < 0.5 ? loc! - scale! / Math.tan(Math.PI * u) : loc! + scale! / Math.tan(Math.PI * upper);
  },
  mean: () => NaN,
  variance: () => NaN,
};
