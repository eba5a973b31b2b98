import type { UnivariateFamily } from './family';

/** Parameters: loc, scale. */
export const laplace: UnivariateFamily = {
  kind: 'univariate',
  logDensity: (x, [loc, scale]) => -Math.abs(x - loc!) / scale! - Math.log(2 * scale!),
  cdf(x, [loc, scale]) {
    if (!(scale! > 0)) return NaN;
    const y = (x - loc!) / scale!;
    return y < 0 ? 0.5 * Math.exp(y) : 1 - 0.5 * Math.exp(-y);
  },
  quantile(u, [loc, scale], upper = 1 - u) {
    if (!(scale! > 0)) return NaN;
    return u < 0.5 ? loc! + scale! * Math.log(2 * u) : loc! - scale! * Math.log(2 * upper);
  },
  mean: ([loc, scale]) => (scale! > 0 ? loc! : NaN),
  variance: ([loc, scale]) => (scale! > 0 && !Number.isNaN(loc!) ? 2 * scale! ** 2 : NaN),
};
