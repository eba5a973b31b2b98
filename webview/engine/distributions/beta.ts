import { equal, greater, less, log, logicalOr, sub } from '@tensorflow/tfjs-core';
import { betaInverse } from '../math/betaInverse';
import { incompleteBeta } from '../math/incompleteBeta';
import { logBetaDensity } from '../math/tensor/logBetaDensity';
import type { UnivariateFamily } from './family';
import { guard, outside, positive, whereZero } from './support';

function valid(alpha: number, beta: number): boolean {
  return alpha > 0 && beta > 0;
}

/** Parameters: alpha, beta. At the ends of [0, 1] the log density takes its limit. */
export const beta: UnivariateFamily = {
  kind: 'univariate',
  logProb(x, [alpha, beta]) {
    const [a, b] = [positive(alpha!), positive(beta!)];
    const no = logicalOr(less(x, 0), greater(x, 1));
    const [zero, one] = [equal(x, 0), equal(x, 1)];
    const inner = guard(x, logicalOr(no, logicalOr(zero, one)), 0.5);
    const left = whereZero(zero, logBetaDensity(inner, a, b), log(b), sub(a, 1));
    return outside(no, whereZero(one, left, log(a), sub(b, 1)));
  },
  cdf: (x, [alpha, beta]) => incompleteBeta(alpha!, beta!, x),
  quantile: (u, [alpha, beta]) => Math.exp(betaInverse(alpha!, beta!, u, 1 - u)[0]),
  mean: ([alpha, beta]) => (valid(alpha!, beta!) ? alpha! / (alpha! + beta!) : NaN),
  variance([alpha, beta]) {
    if (!valid(alpha!, beta!)) return NaN;
    const n = alpha! + beta!;
    return (alpha! / n) * (beta! / n / (n + 1));
  },
};
