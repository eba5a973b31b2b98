import { logGammaInverse } from './gammaInverse';
import { gammaLimit, incompleteBeta } from './incompleteBeta';
import { increasingRoot } from './increasingRoot';
import { logBeta } from './logBeta';
import { normalQuantile } from './normalQuantile';

/** Where both parameters are beyond this the normal's quantiles serve: a search would take long, and change next to nothing. */
const nearlyNormal = 1e8;

/** log x and log (1 − x) from the logarithm of −log (1 − x). */
function fromRate(logS: number): readonly [number, number] {
  const s = Math.exp(logS);
  return [s < 1e-5 ? logS - 0.5 * s : Math.log(-Math.expm1(-s)), -s];
}

/**
 * log x and log (1 − x) where I_x(a, b) = p, with q = 1 − p. The smaller of the two tails is matched, in logs, so that both ends
 * of [0, 1] are resolved.
 * @returns NaN unless a > 0 and b > 0
 */
export function betaInverse(a: number, b: number, p: number, q: number): readonly [logX: number, logY: number] {
  if (!(a > 0 && b > 0) || !(p >= 0 && q >= 0)) return [NaN, NaN];
  if (p === 0 || q === 0) return p === 0 ? [-Infinity, 0] : [0, -Infinity];
  if (q < p) {
    const [logY, logX] = betaInverse(b, a, q, p);
    return [logX, logY];
  }
  const [rate, mirrored] = [gammaLimit(a, b), gammaLimit(b, a)];
  if (rate !== null) return fromRate(logGammaInverse(a, p, q) - Math.log(rate));
  if (mirrored !== null) {
    const [logY, logX] = fromRate(logGammaInverse(b, q, p) - Math.log(mirrored));
    return [logX, logY];
  }
  if (Math.min(a, b) > nearlyNormal) {
    const mean = a / (a + b);
    const x = mean + normalQuantile(p) * Math.sqrt((mean * (b / (a + b))) / (a + b + 1));
    return [Math.log(x), Math.log1p(-x)];
  }
  const scale = logBeta(a, b);
  // I_x(a, b) is near x^a / (a B(a, b)) where x is small.
  const tail = (Math.log(p) + Math.log(a) + scale) / a;
  if (tail < -40) return [tail, -Math.exp(tail)];
  const guess = Math.min(tail, Math.log(a / (a + b)));
  const t = increasingRoot(
    (t) => {
      const y = -Math.expm1(t);
      const value = incompleteBeta(a, b, Math.exp(t), y);
      return [Math.log(value / p), Math.exp(a * t + (b - 1) * Math.log(y) - scale) / value];
    },
    guess,
    -Infinity,
    0,
  );
  return [t, t < -0.5 ? Math.log1p(-Math.exp(t)) : Math.log(-Math.expm1(t))];
}
