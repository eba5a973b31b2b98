import { logNormalCdf, logRootTwoPi } from '../math/normalCdf';
import { skewNormalCdf, skewNormalQuantile } from '../math/skewNormalCdf';
import type { UnivariateFamily } from './family';

/** The mean of the standard form, √(2/π) shape / √(1 + shape²). */
function standardMean(shape: number): number {
  return (Math.sqrt(2 / Math.PI) * shape) / Math.hypot(1, shape);
}

/** Parameters: loc, scale, shape. */
export const skewNormal: UnivariateFamily = {
  kind: 'univariate',
  logDensity(x, [loc, scale, shape]) {
    const y = (x - loc!) / scale!;
    if (Math.abs(y) === Infinity) return -Infinity;
    return Math.LN2 - 0.5 * y * y - logRootTwoPi - Math.log(scale!) + logNormalCdf(shape! * y);
  },
  cdf: (x, [loc, scale, shape]) => (scale! > 0 ? skewNormalCdf((x - loc!) / scale!, shape!) : NaN),
  quantile(u, [loc, scale, shape], upper = 1 - u) {
    if (!(scale! > 0)) return NaN;
    // −Y has the shape −shape.
    const y = u > 0.5 ? -skewNormalQuantile(upper, -shape!) : skewNormalQuantile(u, shape!);
    return loc! + scale! * y;
  },
  mean: ([loc, scale, shape]) => (scale! > 0 ? loc! + scale! * standardMean(shape!) : NaN),
  variance: ([loc, scale, shape]) =>
    scale! > 0 && !Number.isNaN(loc!) ? scale! ** 2 * (1 - standardMean(shape!) ** 2) : NaN,
};
