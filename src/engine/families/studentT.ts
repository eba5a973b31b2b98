import { betaInverse } from '../math/betaInverse';
import { incompleteBeta } from '../math/incompleteBeta';
import { logOnePlusSquare } from '../math/logOnePlusSquare';
import { logRootTwoPi } from '../math/normalCdf';
import { normalQuantile } from '../math/normalQuantile';
import { logFactorialExcess, logGamma } from '../math/stirling';
import type { UnivariateFamily } from './family';

/** log of Γ((df + 1)/2) / (Γ(df/2) √(π df)), from the excesses of the two factorials, whose leading terms cancel by hand. */
function logNormaliser(df: number): number {
  const h = 0.5 * df;
  const powers = (h - 0.5) * Math.log1p(1 / df) - (0.5 + logRootTwoPi);
  return powers + logFactorialExcess(h + 0.5) - logFactorialExcess(h);
}

/** Degrees of freedom beyond which the normal's quantiles serve: a search would take long, and find the same. */
const nearlyNormal = 1e8;

/** log I_x(a, ½) for tiny x, from log x: the leading term of its series. */
function logBetaTail(logX: number, a: number): number {
  return a * logX + logGamma(a + 0.5) - logGamma(a + 1) - logGamma(0.5);
}

/** P(T ≤ −|t|). */
function tail(t: number, df: number): number {
  const square = (t * t) / df;
  if (square > 1e30) return 0.5 * Math.exp(logBetaTail(Math.log(df) - 2 * Math.log(Math.abs(t)), 0.5 * df));
  return 0.5 * incompleteBeta(0.5 * df, 0.5, 1 / (1 + square), 1 / (1 + 1 / square));
}

/** Parameters: df, loc, scale. */
export const studentT: UnivariateFamily = {
  kind: 'univariate',
  logDensity(x, [df, loc, scale]) {
    const y = (x - loc!) / scale! / Math.sqrt(df!);
    return logNormaliser(df!) - Math.log(scale!) - 0.5 * (df! + 1) * logOnePlusSquare(y);
  },
  cdf(x, [df, loc, scale]) {
    if (!(df! > 0 && scale! > 0)) return NaN;
    const t = (x - loc!) / scale!;
    if (t === 0) return 0.5;
    return t < 0 ? tail(t, df!) : 1 - tail(t, df!);
  },
  quantile(u, [df, loc, scale], upper = 1 - u) {
    if (!(df! > 0 && scale! > 0)) return NaN;
    if (u === 0.5) return loc!;
    // The normal, to within (z² + 1) / (4 df) of itself.
    if (df! > nearlyNormal) return loc! + scale! * (u > 0.5 ? -normalQuantile(upper) : normalQuantile(u));
    const p = 2 * Math.min(u, upper);
    // 1 − p is rounded where p is small, but then p is the one that is matched.
    const [logX, logY] = betaInverse(0.5 * df!, 0.5, p, 1 - p);
    const t = Math.sqrt(df!) * Math.exp(0.5 * (logY - logX));
    return u < 0.5 ? loc! - scale! * t : loc! + scale! * t;
  },
  mean: ([df, loc, scale]) => (df! > 1 && scale! > 0 ? loc! : NaN),
  variance([df, loc, scale]) {
    if (!(df! > 1 && scale! > 0) || Number.isNaN(loc!)) return NaN;
    return df! > 2 ? (scale! ** 2 * df!) / (df! - 2) : Infinity;
  },
};
