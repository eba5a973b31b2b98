import { logScaledBesselI0 } from '../math/besselRatios';
import { increasingRoot } from '../math/increasingRoot';
import { vonMisesCdf, vonMisesDensity, vonMisesMoments } from '../math/vonMisesCdf';
import type { UnivariateFamily } from './family';

/** The mean direction brought to [−π, π). */
function wrap(angle: number): number {
  return angle - 2 * Math.PI * Math.floor((angle + Math.PI) / (2 * Math.PI));
}

/** The probability of [−π, x], by going round the circle from the point opposite of the mean. */
function cdf(x: number, mean: number, concentration: number): number {
  if (!(concentration >= 0) || Number.isNaN(x + mean)) return NaN;
  if (x <= -Math.PI || x >= Math.PI) return x < 0 ? 0 : 1;
  const centre = wrap(mean);
  const full = (angle: number) => Math.floor((angle - centre + Math.PI) / (2 * Math.PI));
  const turned = (angle: number) =>
    vonMisesCdf(angle - centre - 2 * Math.PI * full(angle), concentration) + full(angle);
  return Math.min(1, Math.max(0, turned(x) - turned(-Math.PI)));
}

/** Parameters: mean, concentration. Draws lie in [−π, π], wherever the mean direction is. */
export const vonMises: UnivariateFamily = {
  kind: 'univariate',
  logDensity(x, [mean, concentration]) {
    if (!(Math.abs(x) <= Math.PI)) return -Infinity;
    // κ cos d − κ = −2κ sin²(d/2), without the cancellation.
    const exponent = -2 * concentration! * Math.sin(0.5 * (x - mean!)) ** 2;
    return exponent - logScaledBesselI0(concentration!) - Math.log(2 * Math.PI);
  },
  cdf: (x, [mean, concentration]) => cdf(x, mean!, concentration!),
  quantile(u, [mean, concentration]) {
    const kappa = concentration!;
    if (!(kappa >= 0) || !(u >= 0 && u <= 1)) return NaN;
    const f = (x: number) => [cdf(x, mean!, kappa) - u, vonMisesDensity(x - mean!, kappa)] as const;
    return increasingRoot(f, wrap(mean!), -Math.PI, Math.PI);
  },
  mean: ([mean, concentration]) => vonMisesMoments(mean!, concentration!).mean,
  variance: ([mean, concentration]) => vonMisesMoments(mean!, concentration!).variance,
};
