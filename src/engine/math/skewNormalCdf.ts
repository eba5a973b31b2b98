import { integrate } from './gaussLegendre';
import { increasingRoot } from './increasingRoot';
import { logNormalCdf, normalCdf, normalDensity } from './normalCdf';
import { normalQuantile } from './normalQuantile';
import { owensT } from './owensT';

/** 2 φ(t) Φ(shape t) */
function density(t: number, shape: number): number {
  return 2 * normalDensity(t) * Math.exp(logNormalCdf(shape * t));
}

/**
 * The lower tail at y < 0 for a positive shape, where Φ(y) − 2 T(y, shape) cancels: the integral of the density relative to
 * its value at y, which falls at least as fast as exp(−rate s) going out, with rate its slope there.
 */
function lightTail(y: number, shape: number): number {
  const rate = -y + shape * Math.max(-shape * y, 0);
  const reach = Math.min(45 / rate, 13 / Math.hypot(1, shape));
  return integrate((t) => density(t, shape), y - reach, y, 3);
}

/** The distribution function of the skew normal with location 0 and scale 1; the lower tail keeps its relative precision. */
export function skewNormalCdf(y: number, shape: number): number {
  if (Number.isNaN(y) || Number.isNaN(shape)) return NaN;
  if (shape > 0 && y < 0) return lightTail(y, shape);
  const value = normalCdf(y) - 2 * owensT(y, shape);
  return Math.min(1, Math.max(0, value));
}

/** The quantile of the skew normal with location 0 and scale 1; the shorter tail is matched in logs. */
export function skewNormalQuantile(u: number, shape: number): number {
  if (!(u >= 0 && u <= 1) || Number.isNaN(shape)) return NaN;
  if (u === 0 || u === 1) return u === 0 ? -Infinity : Infinity;
  // −Y has the shape −shape.
  if (u > 0.5) return -skewNormalQuantile(1 - u, -shape);
  return increasingRoot((y) => {
    const value = skewNormalCdf(y, shape);
    return [Math.log(value / u), density(y, shape) / value];
  }, normalQuantile(u));
}
