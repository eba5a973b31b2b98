import { discreteQuantile } from './discreteQuantile';
import type { UnivariateFamily } from './family';

function valid(p: number): boolean {
  return p > 0 && p <= 1;
}

function cdf(x: number, p: number): number {
  if (!valid(p)) return NaN;
  return x < 0 ? 0 : -Math.expm1((Math.floor(x) + 1) * Math.log1p(-p));
}

/** Parameter: p. Counts the failures before the first success. */
export const geometric: UnivariateFamily = {
  kind: 'univariate',
  logDensity(x, [p]) {
    if (!(x >= 0) || !Number.isInteger(x)) return -Infinity;
    return x === 0 ? Math.log(p!) : Math.log(p!) + x * Math.log1p(-p!);
  },
  cdf: (x, [p]) => cdf(x, p!),
  quantile: (u, [p]) => discreteQuantile((x) => cdf(x, p!), u, Math.log1p(-u) / Math.log1p(-p!) - 1, 0, Infinity),
  mean: ([p]) => (valid(p!) ? (1 - p!) / p! : NaN),
  variance: ([p]) => (valid(p!) ? (1 - p!) / p! ** 2 : NaN),
  support: () => ({ low: 0, high: Infinity }),
};
