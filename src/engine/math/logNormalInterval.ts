import { gaussianStretch } from './gaussianStretch';
import { logRootTwoPi } from './normalCdf';

/**
 * log (Φ(b) − Φ(a)) for a < b, ends infinite or not, also far out in a tail and for narrow intervals: the stretches of the
 * density on both sides of its highest point in [a, b].
 */
export function logNormalInterval(a: number, b: number): number {
  if (!(a < b)) return a === b ? -Infinity : NaN;
  const mode = Math.min(b, Math.max(a, 0));
  const m = Math.abs(mode);
  const stretch = gaussianStretch(mode - a, m) + gaussianStretch(b - mode, m);
  return Math.log(stretch) - 0.5 * m * m - logRootTwoPi;
}
