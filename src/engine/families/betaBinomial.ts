import { betaBinomialCdf } from '../math/betaBinomialCdf';
import { betaBinomialLogMass } from '../math/betaBinomialLogMass';
import { discreteQuantile } from './discreteQuantile';
import type { UnivariateFamily } from './family';

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

/**
 * Parameters: n, alpha, beta. With A = k + α, B = n − k + β, s = α + β and S = n + s the leading terms of the log factorials
 * join to D(k, nA/S) + D(n − k, nB/S) + D(α, sA/S) + D(β, sB/S).
 */
export const betaBinomial: UnivariateFamily = {
  kind: 'univariate',
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
