import { deviance } from './deviance';
import { logFactorialExcess } from './stirling';

/** log B(a, b) less the leading terms of its factorials; sum is a + b. */
function logBetaExcess(a: number, b: number, sum: number): number {
  return logFactorialExcess(a) + logFactorialExcess(b) - logFactorialExcess(sum) - Math.log(a * (b / sum));
}

/**
 * The natural logarithm of the beta-binomial mass at k, for any real k in [0, n], without cancellation for large numbers: the leading terms of
 * its log factorials are joined to four deviances.
 */
export function betaBinomialLogMass(k: number, n: number, alpha: number, beta: number): number {
  const [a, b, s] = [k + alpha, n - k + beta, alpha + beta];
  const all = n + s;
  const [shareA, shareB] = [a / all, b / all];
  const fit =
    deviance(k, n * shareA) + deviance(n - k, n * shareB) + deviance(alpha, s * shareA) + deviance(beta, s * shareB);
  const choices = logFactorialExcess(n) - logFactorialExcess(k) - logFactorialExcess(n - k);
  return choices + logBetaExcess(a, b, all) - logBetaExcess(alpha, beta, s) - fit;
}
