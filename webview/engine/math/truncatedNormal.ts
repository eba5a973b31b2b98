import { integrate } from './gaussLegendre';
import { increasingRoot } from './increasingRoot';
import { logNormalInterval } from './logNormalInterval';
import { logRootTwoPi } from './normalCdf';

/** The distribution function at y of the standard normal truncated to [a, b]. */
export function truncatedNormalCdf(y: number, a: number, b: number): number {
  if (y <= a) return 0;
  if (y >= b) return 1;
  const total = logNormalInterval(a, b);
  // The side that is surely small keeps its relative precision; the other is its complement.
  return Math.min(1, Math.exp(logNormalInterval(a, y) - total));
}

/** Its quantile: the shorter tail is matched in logs. */
export function truncatedNormalQuantile(u: number, a: number, b: number): number {
  if (!(u >= 0 && u <= 1)) return NaN;
  if (u === 0 || u === 1) return u === 0 ? a : b;
  if (u > 0.5) return -truncatedNormalQuantile(1 - u, -b, -a);
  const target = logNormalInterval(a, b) + Math.log(u);
  const value = (y: number) => logNormalInterval(a, y) - target;
  const slope = (y: number) => Math.exp(-0.5 * y * y - logRootTwoPi - logNormalInterval(a, y));
  // Close to a, (y − a) φ(a) is the mass.
  const near = a === -Infinity ? Infinity : a + Math.exp(target + 0.5 * a * a + logRootTwoPi);
  return increasingRoot(value, slope, Math.min(near, start(u, a, b)), a, b);
}

/** A point inside of (a, b): near the end that holds the mass, or in the middle of what there is. */
function start(u: number, a: number, b: number): number {
  const [low, high] = effectiveEnds(a, b);
  return low + Math.max(u, 1e-3) * (high - low);
}

/** The part of [a, b] outside of which the density is below 1e-20 of its largest value there. */
function effectiveEnds(a: number, b: number): readonly [number, number] {
  const mode = Math.min(b, Math.max(a, 0));
  // log density falls by |mode| s + s²/2 at a distance s on the far side of the mode.
  const reach = 92 / (Math.abs(mode) + Math.sqrt(mode * mode + 92));
  return [Math.max(a, mode - reach), Math.min(b, mode + reach)];
}

/** Mean and variance of the standard normal truncated to [a, b], by quadrature: the closed forms cancel in a tail. */
export function truncatedNormalMoments(a: number, b: number): { mean: number; variance: number } {
  const [low, high] = effectiveEnds(a, b);
  const mode = Math.min(high, Math.max(low, 0));
  const weight = (s: number) => Math.exp(-s * (mode + 0.5 * s));
  const moment = (f: (s: number) => number) => integrate((s) => f(s) * weight(s), low - mode, high - mode, 12);
  const mass = moment(() => 1);
  const shift = moment((s) => s) / mass;
  return { mean: mode + shift, variance: moment((s) => (s - shift) ** 2) / mass };
}
