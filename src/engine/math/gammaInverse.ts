import { gammaP, gammaQ } from './incompleteGamma';
import { increasingRoot } from './increasingRoot';
import { normalQuantile } from './normalQuantile';
import { logGamma } from './stirling';

/** Shapes beyond which the search would take long, and change nothing. */
const nearlyNormal = 1e8;

/**
 * log x where P(a, x) = p and Q(a, x) = q, with q = 1 − p: whichever of the two is smaller is matched, in logs, so that both
 * tails are resolved as far as p and q are. The logarithm, since for small a most of the mass lies below every float.
 * @returns ∓Infinity at p = 0 and q = 0, NaN unless a > 0
 */
export function logGammaInverse(a: number, p: number, q: number): number {
  if (!(a > 0) || !(p >= 0 && q >= 0)) return NaN;
  if (p === 0) return -Infinity;
  if (q === 0) return Infinity;
  // P(a, x) ≤ x^a / Γ(a + 1), and nearly equal where x is small.
  const bound = (Math.log(p) + logGamma(a + 1)) / a;
  if (bound < -40) return bound;
  const cube = 1 - 1 / (9 * a) + (p < q ? normalQuantile(p) : -normalQuantile(q)) / (3 * Math.sqrt(a));
  const guess = Math.max(bound, cube > 0 ? Math.log(a) + 3 * Math.log(cube) : -Infinity);
  // Wilson and Hilferty's approximation is then good to a ten-millionth of a standard deviation.
  if (a > nearlyNormal) return guess;
  const logScale = logGamma(a);
  const density = (t: number) => Math.exp(a * t - Math.exp(t) - logScale);
  if (p <= q) {
    return increasingRoot((t) => {
      const value = gammaP(a, Math.exp(t));
      return [Math.log(value / p), density(t) / value];
    }, guess);
  }
  return increasingRoot((t) => {
    const value = gammaQ(a, Math.exp(t));
    return [Math.log(q / value), density(t) / value];
  }, guess);
}
