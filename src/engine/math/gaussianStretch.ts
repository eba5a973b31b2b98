import { integrate } from './gaussLegendre';
import { millsRatio } from './millsRatio';

/**
 * ∫₀ʷ exp(−m s − s²/2) ds for m ≥ 0 and w ≥ 0, infinite or not: the mass of a stretch of the normal density as a multiple of
 * the density at its start, which lies m standard deviations out. Nothing underflows, and no small stretch is a difference.
 */
export function gaussianStretch(w: number, m: number): number {
  if (w < 1 && w * m < 4) return integrate((s) => Math.exp(-s * (m + 0.5 * s)), 0, w, 1);
  return millsRatio(m) - Math.exp(-w * (m + 0.5 * w)) * millsRatio(m + w);
}
