import { gammaP } from './incompleteGamma';
import { normalCdf } from './normalCdf';

/** erf(x) = 2/√π ∫₀ˣ exp(−t²) dt; relative precision near 0 too. */
export function erf(x: number): number {
  if (Math.abs(x) < 1e-5) return (2 / Math.sqrt(Math.PI)) * (x - x ** 3 / 3);
  if (Math.abs(x) < 1) return Math.sign(x) * gammaP(0.5, x * x);
  return x < 0 ? erfc(-x) - 1 : 1 - erfc(x);
}

/** 1 − erf(x); relative precision in the upper tail. */
export function erfc(x: number): number {
  return 2 * normalCdf(-Math.SQRT2 * x);
}
