import { millsRatio } from './millsRatio';

/** log √(2π) */
export const logRootTwoPi = 0.9189385332046727;

/** φ(x), the density of the standard normal. */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x - logRootTwoPi);
}

/** Φ(x), the distribution function of the standard normal; small values keep their relative precision. */
export function normalCdf(x: number): number {
  return x < 0 ? normalDensity(x) * millsRatio(-x) : 1 - normalDensity(x) * millsRatio(x);
}

/** log Φ(x); finite wherever x²/2 is. */
export function logNormalCdf(x: number): number {
  if (x < 0) return -0.5 * x * x - logRootTwoPi + Math.log(millsRatio(-x));
  return Math.log1p(-normalDensity(x) * millsRatio(x));
}
