import { deviance } from '../math/deviance';
import { incompleteBeta } from '../math/incompleteBeta';
import { normalQuantile } from '../math/normalQuantile';
import { logFactorialExcess } from '../math/stirling';
import { discreteQuantile } from './discreteQuantile';
import type { UnivariateFamily } from './family';

function valid(n: number, p: number): boolean {
  return Number.isInteger(n) && n >= 0 && p >= 0 && p <= 1;
}

function cdf(x: number, n: number, p: number): number {
  if (!valid(n, p)) return NaN;
  if (x < 0 || x >= n) return x < 0 ? 0 : 1;
  return incompleteBeta(n - Math.floor(x), Math.floor(x) + 1, 1 - p, p);
}

/** Parameters: n, p. The log mass in Loader's form: excess(n) − excess(k) − excess(n − k) − D(k, np) − D(n − k, n(1 − p)). */
export const binomial: UnivariateFamily = {
  kind: 'univariate',
  logDensity(x, [n, p]) {
    if (!(x >= 0 && x <= n!) || !Number.isInteger(x)) return -Infinity;
    const rest = n! - x;
    const excess = logFactorialExcess(n!) - logFactorialExcess(x) - logFactorialExcess(rest);
    return excess - deviance(x, n! * p!) - deviance(rest, n! * (1 - p!));
  },
  cdf: (x, [n, p]) => cdf(x, n!, p!),
  quantile(u, [n, p]) {
    const z = normalQuantile(u);
    const sd = Math.sqrt(n! * p! * (1 - p!));
    const guess = n! * p! + z * sd + ((1 - 2 * p!) * (z * z - 1)) / 6;
    return discreteQuantile((x) => cdf(x, n!, p!), u, guess, 0, n!, sd);
  },
  mean: ([n, p]) => (valid(n!, p!) ? n! * p! : NaN),
  variance: ([n, p]) => (valid(n!, p!) ? n! * p! * (1 - p!) : NaN),
  support: ([n]) => ({ low: 0, high: n! }),
};
