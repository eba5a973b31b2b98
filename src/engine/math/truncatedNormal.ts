import { gaussianStretch } from './gaussianStretch';
import { integrate } from './gaussLegendre';
import { increasingRoot } from './increasingRoot';
import { logNormalInterval } from './logNormalInterval';
import { logRootTwoPi } from './normalCdf';

/**
 * log ∫₀ᵗ exp(−a s − s²/2) ds for finite a of either sign: the mass of a stretch of the normal density that starts at a, as a
 * multiple of the density there. Taken from whichever point of the stretch is the highest.
 */
function logStretch(t: number, a: number): number {
  if (a >= 0) return Math.log(gaussianStretch(t, a));
  if (t <= -a) return Math.log(gaussianStretch(t, -a - t)) - t * (a + 0.5 * t);
  return Math.log(gaussianStretch(-a, 0) + gaussianStretch(t + a, 0)) + 0.5 * a * a;
}

/** Below it the lower end lies so far out that distances to it say nothing, and the density there underflows the one that matters. */
const farthest = -30;
/** An end so far out that all mass is at it: only as a distance from it can a point be told. */
const steep = 1e4;

/** The normal of this mean and sd truncated to [low, high]: P(X ≤ x), from the distance to the lower end. */
export function truncatedNormalCdf(x: number, mean: number, sd: number, low: number, high: number): number {
  if (x <= low) return 0;
  if (x >= high) return 1;
  const a = (low - mean) / sd;
  if (a > farthest) return Math.min(1, Math.exp(logStretch((x - low) / sd, a) - logStretch((high - low) / sd, a)));
  const b = (high - mean) / sd;
  return Math.min(1, Math.exp(logNormalInterval(a, (x - mean) / sd) - logNormalInterval(a, b)));
}

/**
 * Its quantile at u, with 1 − u known as well: the shorter tail is matched in logs, as a distance from its end where that is finite; where the mass is all at one
 * end, as a distance from that.
 */
export function truncatedNormalQuantile(
  u: number,
  mean: number,
  sd: number,
  low: number,
  high: number,
  upper = 1 - u,
): number {
  if (!(u >= 0 && u <= 1)) return NaN;
  return quantile(u, upper, mean, sd, low, high);
}

/** At probability p from below and q from above. */
function quantile(p: number, q: number, mean: number, sd: number, low: number, high: number): number {
  if (p === 0 || q === 0) return p === 0 ? low : high;
  const [a, b] = [(low - mean) / sd, (high - mean) / sd];
  if (p > 0.5 ? a < steep : b < -steep) return -quantile(q, p, -mean, sd, -high, -low);
  const logP = p > 0.5 ? Math.log1p(-q) : Math.log(p);
  if (a <= farthest) return mean + sd * openQuantile(logP, a, b);
  const width = (high - low) / sd;
  const target = logStretch(width, a) + logP;
  // Close to the end the mass is the distance itself; elsewhere a point where there is mass will do.
  const [from, to] = effectiveEnds(a, b);
  const inside = from - a + p * (to - from);
  const f = (t: number) => {
    const stretch = logStretch(t, a);
    return [stretch - target, Math.exp(-t * (a + 0.5 * t) - stretch)] as const;
  };
  return Math.min(high, low + sd * increasingRoot(f, Math.min(Math.exp(target), inside), 0, width));
}

/** The quantile at log u of the standard normal truncated to [a, b] with a far out, perhaps infinite. */
function openQuantile(logU: number, a: number, b: number): number {
  const target = logNormalInterval(a, b) + logU;
  const f = (y: number) => {
    const mass = logNormalInterval(a, y);
    return [mass - target, Math.exp(-0.5 * y * y - logRootTwoPi - mass)] as const;
  };
  return increasingRoot(f, 0.5 * effectiveEnds(a, b)[0] + 0.5 * Math.min(b, 0), a, b);
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
