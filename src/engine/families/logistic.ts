import type { UnivariateFamily } from './family';

/** Parameters: loc, scale. The density is written in |y|, in which nothing overflows. */
export const logistic: UnivariateFamily = {
  kind: 'univariate',
  logDensity(x, [loc, scale]) {
    const y = Math.abs(x - loc!) / scale!;
    return -y - Math.log(scale!) - 2 * Math.log1p(Math.exp(-y));
  },
  cdf(x, [loc, scale]) {
    if (!(scale! > 0)) return NaN;
    const e = Math.exp(-Math.abs(x - loc!) / scale!);
    return x < loc! ? e / (1 + e) : 1 / (1 + e);
  },
  quantile: (u, [loc, scale], upper = 1 - u) =>
    scale! > 0 ? loc! + scale! * (Math.log(u) - (u < 0.5 ? Math.log1p(-u) : Math.log(upper))) : NaN,
  mean: ([loc, scale]) => (scale! > 0 ? loc! : NaN),
  variance: ([loc, scale]) => (scale! > 0 && !Number.isNaN(loc!) ? (Math.PI * scale!) ** 2 / 3 : NaN),
};
