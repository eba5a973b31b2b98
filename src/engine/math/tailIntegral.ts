import { integrate } from './gaussLegendre';

/** What the exponent must have fallen by for the rest to be nothing in double precision. */
const nothing = 38;
/** Panels of 16 points over such a fall: the error is below rounding. */
const panels = 3;

/**
 * ∫ f(s) exp(−Φ(s)) ds from 0 up, for a Φ that rises, slowly at first perhaps, and smoothly.
 * @param phi Φ, known relative to the size of what is asked for
 * @param factor f, which changes little
 * @param slope, curvature of Φ at 0: where to begin looking for the end of the tail
 */
export function tailIntegral(
  phi: (s: number) => number,
  factor: (s: number) => number,
  slope: number,
  curvature: number,
): number {
  const end = phi(0) + nothing;
  let length = (2 * nothing) / (slope + Math.sqrt(slope * slope + 2 * nothing * curvature));
  while (phi(length) < end) length *= 1.25;
  return integrate((s) => factor(s) * Math.exp(-phi(s)), 0, length, panels);
}
