import { add, div, greater, less, log, logicalOr, mul, sub, type Tensor } from '@tensorflow/tfjs-core';
import { betaBinomialCdf } from '../math/betaBinomialCdf';
import { betaBinomialLogMass } from '../math/betaBinomialLogMass';
import { deviance } from '../tensor/math/deviance';
import { logFactorialExcess } from '../tensor/math/logFactorialExcess';
import { discreteQuantile } from './discreteQuantile';
import type { UnivariateFamily } from './family';
import { guard, nonnegative, notWhole, outside, positive } from './support';

function valid(n: number, alpha: number, beta: number): boolean {
  return Number.isInteger(n) && n >= 0 && alpha > 0 && beta > 0;
}

function cdf(x: number, n: number, alpha: number, beta: number): number {
  if (!valid(n, alpha, beta)) return NaN;
  if (x < 0 || x >= n) return x < 0 ? 0 : 1;
  return betaBinomialCdf(Math.floor(x), n, alpha, beta);
}

function variance(n: number, alpha: number, beta: number): number {
  if (!valid(n, alpha, beta)) return NaN;
  const s = alpha + beta;
  return ((n * alpha * beta) / s ** 2) * ((s + n) / (s + 1));
}

/** log B(a, b) less the leading terms of its factorials; sum is a + b. */
function logBetaExcess(a: Tensor, b: Tensor, sum: Tensor): Tensor {
  const excess = sub(add(logFactorialExcess(a), logFactorialExcess(b)), logFactorialExcess(sum));
  return sub(excess, log(mul(a, div(b, sum))));
}

/**
 * Parameters: n, alpha, beta. With A = k + α, B = n − k + β, s = α + β and S = n + s the leading terms of the log factorials
 * join to D(k, nA/S) + D(n − k, nB/S) + D(α, sA/S) + D(β, sB/S).
 */
export const betaBinomial: UnivariateFamily = {
  kind: 'univariate',
  logProb(x, [n, alpha, beta]) {
    const [trials, a, b] = [nonnegative(n!), positive(alpha!), positive(beta!)];
    const no = logicalOr(notWhole(x), logicalOr(less(x, 0), greater(x, n!)));
    const k = guard(x, no, 0);
    const rest = guard(sub(trials, x), no, 0);
    const [A, B, s] = [add(k, a), add(rest, b), add(a, b)];
    const S = add(trials, s);
    const [shareA, shareB] = [div(A, S), div(B, S)];
    const fit = add(
      add(deviance(k, mul(trials, shareA)), deviance(rest, mul(trials, shareB))),
      add(deviance(a, mul(s, shareA)), deviance(b, mul(s, shareB))),
    );
    const choices = sub(logFactorialExcess(trials), add(logFactorialExcess(k), logFactorialExcess(rest)));
    const [before, after] = [logBetaExcess(a, b, s), logBetaExcess(A, B, S)];
    return outside(no, sub(add(choices, sub(after, before)), fit));
  },
  logDensity: (x, [n, alpha, beta]) =>
    x >= 0 && x <= n! && Number.isInteger(x) ? betaBinomialLogMass(x, n!, alpha!, beta!) : -Infinity,
  cdf: (x, [n, alpha, beta]) => cdf(x, n!, alpha!, beta!),
  quantile(u, [n, alpha, beta]) {
    const sd = Math.sqrt(variance(n!, alpha!, beta!));
    const guess = (n! * alpha!) / (alpha! + beta!);
    return discreteQuantile((x) => cdf(x, n!, alpha!, beta!), u, guess, 0, n!, sd);
  },
  mean: ([n, alpha, beta]) => (valid(n!, alpha!, beta!) ? (n! * alpha!) / (alpha! + beta!) : NaN),
  variance: ([n, alpha, beta]) => variance(n!, alpha!, beta!),
  support: ([n]) => ({ low: 0, high: n! }),
};
