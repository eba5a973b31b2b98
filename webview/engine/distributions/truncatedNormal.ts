import { add, div, greater, less, log, logicalOr, sub, where } from '@tensorflow/tfjs-core';
import { logNormalDensity } from '../math/tensor/logNormalCdf';
import { logNormalInterval } from '../math/tensor/logNormalInterval';
import { truncatedNormalCdf, truncatedNormalMoments, truncatedNormalQuantile } from '../math/truncatedNormal';
import type { UnivariateFamily } from './family';
import { guard, outside, positive, shapedLike } from './support';

/** The ends in standard units, or null where the parameters are invalid. */
function ends(parameters: readonly number[]): { sd: number; mean: number; a: number; b: number } | null {
  const [mean, sd, low, high] = parameters as [number, number, number, number];
  if (!(sd > 0 && low < high) || Number.isNaN(mean)) return null;
  return { mean, sd, a: (low - mean) / sd, b: (high - mean) / sd };
}

/** Parameters: mean and sd of the normal before truncation, low, high. */
export const truncatedNormal: UnivariateFamily = {
  kind: 'univariate',
  logProb(x, [mean, sd, low, high]) {
    const scale = positive(sd!);
    const no = logicalOr(less(x, low!), greater(x, high!));
    const y = div(sub(guard(x, no, 0), mean!), scale);
    const upper = where(less(low!, high!), shapedLike(high!, low!), NaN);
    const logMass = logNormalInterval(div(sub(low!, mean!), scale), div(sub(upper, mean!), scale));
    return outside(no, sub(logNormalDensity(y), add(logMass, log(scale))));
  },
  cdf(x, parameters) {
    const at = ends(parameters);
    return at ? truncatedNormalCdf((x - at.mean) / at.sd, at.a, at.b) : NaN;
  },
  quantile(u, parameters) {
    const at = ends(parameters);
    if (!at) return NaN;
    const x = at.mean + at.sd * truncatedNormalQuantile(u, at.a, at.b);
    return Math.min(parameters[3]!, Math.max(parameters[2]!, x));
  },
  mean(parameters) {
    const at = ends(parameters);
    return at ? at.mean + at.sd * truncatedNormalMoments(at.a, at.b).mean : NaN;
  },
  variance(parameters) {
    const at = ends(parameters);
    return at ? at.sd ** 2 * truncatedNormalMoments(at.a, at.b).variance : NaN;
  },
};
