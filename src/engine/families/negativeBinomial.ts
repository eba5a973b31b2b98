import { deviance } from '../math/deviance';
import { incompleteBeta } from '../math/incompleteBeta';
import { normalQuantile } from '../math/normalQuantile';
import { logFactorialExcess } from '../math/stirling';
import { discreteQuantile } from './discreteQuantile';
import type { UnivariateFamily } from './family';

function valid(r: number, p: number): boolean {
  return r > 0 && p > 0 && p < 1;
}

function cdf(x: number, r: number, p: number): number {
  if (!valid(r, p)) return NaN;
  return x < 0 ? 0 : incompleteBeta(r, Math.floor(x) + 1, p, 1 - p);
}

/**
 * Parameters: r, p. Counts the failures before r successes. With N = k + r the log mass is
 * log (r/N) + excess(N) − excess(k) − excess(r) − D(r, Np) − D(k, N(1 − p)).
 */
export const negativeBinomial: UnivariateFamily = {
  kind: 'univariate',
  logDensity(x, [r, p]) {
    if (!(x >= 0) || !Number.isInteger(x)) return -Infinity;
    const all = x + r!;
    const excess = logFactorialExcess(all) - logFactorialExcess(x) - logFactorialExcess(r!);
    return Math.log(r! / all) + excess - deviance(r!, all * p!) - deviance(x, all * (1 - p!));
  },
  cdf: (x, [r, p]) => cdf(x, r!, p!),
  quantile(u, [r, p]) {
    const z = normalQuantile(u);
    const spread = Math.sqrt(r! * (1 - p!)) / p!;
    const guess = (r! * (1 - p!)) / p! + z * spread + ((2 - p!) * (z * z - 1)) / (6 * p!);
    return discreteQuantile((x) => cdf(x, r!, p!), u, guess, 0, Infinity, spread);
  },
  mean: ([r, p]) => (valid(r!, p!) ? (r! * (1 - p!)) / p! : NaN),
  variance: ([r, p]) => (valid(r!, p!) ? (r! * (1 - p!)) / p! ** 2 : NaN),
  support: () => ({ low: 0, high: Infinity }),
};
