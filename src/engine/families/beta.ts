import { betaInverse } from '../math/betaInverse';
import { deviance } from '../math/deviance';
import { incompleteBeta } from '../math/incompleteBeta';
import { logFactorialExcess } from '../math/stirling';
import { densityAtEnd } from './densityAtEnd';
import type { UnivariateFamily } from './family';

function valid(alpha: number, beta: number): boolean {
  return alpha > 0 && beta > 0;
}

/** Parameters: alpha, beta. At the ends of [0, 1] the log density takes its limit. */
export const beta: UnivariateFamily = {
  kind: 'univariate',
  logDensity(x, [alpha, beta]) {
    if (!(x > 0 && x < 1)) {
      if (x === 0) return densityAtEnd(alpha! - 1, Math.log(beta!));
      return x === 1 ? densityAtEnd(beta! - 1, Math.log(alpha!)) : -Infinity;
    }
    const n = alpha! + beta!;
    const excess = logFactorialExcess(n) - logFactorialExcess(alpha!) - logFactorialExcess(beta!);
    const fit = deviance(alpha!, n * x) + deviance(beta!, n * (1 - x));
    return excess + Math.log(alpha! * (beta! / n)) - fit - Math.log(x) - Math.log1p(-x);
  },
  cdf: (x, [alpha, beta]) => incompleteBeta(alpha!, beta!, x),
  quantile: (u, [alpha, beta], upper = 1 - u) => Math.exp(betaInverse(alpha!, beta!, u, upper)[0]),
  mean: ([alpha, beta]) => (valid(alpha!, beta!) ? alpha! / (alpha! + beta!) : NaN),
  variance([alpha, beta]) {
    if (!valid(alpha!, beta!)) return NaN;
    const n = alpha! + beta!;
    return (alpha! / n) * (beta! / n / (n + 1));
  },
};
