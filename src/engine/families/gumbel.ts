import type { UnivariateFamily } from './family';

const eulerGamma = 0.5772156649015329;

/** Parameters: loc, scale. The distribution of maxima. */
export const gumbel: UnivariateFamily = {
  kind: 'univariate',
  logDensity(x, [loc, scale]) {
    const y = (x - loc!) / scale!;
    // Where e^(−y) overflows, −y must not outweigh it.
    return y < -1e3 ? -Infinity : -y - Math.exp(-y) - Math.log(scale!);
  },
  cdf: (x, [loc, scale]) => (scale! > 0 ? Math.exp(-Math.exp(-(x - loc!) / scale!)) : NaN),
  quantile(u, [loc, scale], upper = 1 - u) {
    const logU = u < 0.5 ? Math.log(u) : Math.log1p(-upper);
    return scale! > 0 ? loc! - scale! * Math.log(-logU) : NaN;
  },
  mean: ([loc, scale]) => (scale! > 0 ? loc! + eulerGamma * scale! : NaN),
  variance: ([loc, scale]) => (scale! > 0 && !Number.isNaN(loc!) ? (Math.PI * scale!) ** 2 / 6 : NaN),
};
