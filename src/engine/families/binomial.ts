import { add, equal, greater, less, logicalAnd, logicalOr, mul, sub } from '@tensorflow/tfjs-core';
import { deviance } from '../math/deviance';
import { incompleteBeta } from '../math/incompleteBeta';
import { normalQuantile } from '../math/normalQuantile';
import { logFactorialExcess } from '../math/stirling';
import { deviance as devianceTensor } from '../tensor/math/deviance';
import { logFactorialExcess as logFactorialExcessTensor } from '../tensor/math/logFactorialExcess';
import { discreteQuantile } from './discreteQuantile';
import type { UnivariateFamily } from './family';
import { guard, nonnegative, notWhole, outside, unit } from './support';

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
  logProb(x, [n, p]) {
    const [trials, probability] = [nonnegative(n!), unit(p!)];
    const no = logicalOr(notWhole(x), logicalOr(less(x, 0), greater(x, n!)));
    const sure = logicalOr(logicalAnd(equal(p!, 0), greater(x, 0)), logicalAnd(equal(p!, 1), less(x, n!)));
    const k = guard(x, no, 0);
    const rest = guard(sub(trials, x), no, 0);
    const excess = sub(
      logFactorialExcessTensor(trials),
      add(logFactorialExcessTensor(k), logFactorialExcessTensor(rest)),
    );
    const fit = add(
      devianceTensor(guard(k, sure, 0), mul(trials, probability)),
      devianceTensor(guard(rest, sure, 0), mul(trials, sub(1, probability))),
    );
    return outside(logicalOr(no, sure), sub(excess, fit));
  },
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
