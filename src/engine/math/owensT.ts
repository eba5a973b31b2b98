import { integrate } from './gaussLegendre';
import { normalCdf } from './normalCdf';

/** ∫₀ᵃ exp(−h²(1 + x²)/2) / (1 + x²) dx / 2π for h ≥ 0 and 0 ≤ a ≤ 1, over the part where the integrand is not negligible. */
function direct(h: number, a: number): number {
  const end = Math.min(a, 9 / h);
  const f = (x: number) => Math.exp(-0.5 * h * h * (1 + x * x)) / (1 + x * x);
  return integrate(f, 0, end, 2) / (2 * Math.PI);
}

/**
 * Owen's T(h, a): the probability that X > h and 0 < Y < aX for independent standard normals X and Y. Odd in a, even in h.
 * Slopes above 1 are brought below it by T(h, a) + T(ah, 1/a) = (q(h) + q(ah))/2 − q(h) q(ah) with q the upper tail.
 */
export function owensT(h: number, a: number): number {
  if (a < 0) return -owensT(h, -a);
  const height = Math.abs(h);
  if (a <= 1) return direct(height, a);
  const [first, second] = [normalCdf(-height), normalCdf(-a * height)];
  if (a === Infinity) return height === 0 ? 0.25 : 0.5 * first;
  return 0.5 * (first + second) - first * second - direct(a * height, 1 / a);
}
