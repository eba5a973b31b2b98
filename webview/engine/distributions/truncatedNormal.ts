import {
  abs,
  add,
  div,
  greater,
  less,
  log,
  logicalOr,
  maximum,
  minimum,
  mul,
  sub,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { gaussianStretch } from '../math/tensor/gaussianStretch';
import { select } from '../math/tensor/select';
import { truncatedNormalCdf, truncatedNormalMoments, truncatedNormalQuantile } from '../math/truncatedNormal';
import type { UnivariateFamily } from './family';
import { guard, outside, positive } from './support';

/** The ends in standard units, or null where the parameters are invalid. */
function ends(parameters: readonly number[]): { sd: number; mean: number; a: number; b: number } | null {
  const [mean, sd, low, high] = parameters as [number, number, number, number];
  if (!(sd > 0 && low < high) || Number.isNaN(mean)) return null;
  return { mean, sd, a: (low - mean) / sd, b: (high - mean) / sd };
}

/**
 * Parameters: mean and sd of the normal before truncation, low, high. The log density is taken relative to the highest point of
 * the density in [low, high], so that a far tail subtracts no large squares.
 */
export const truncatedNormal: UnivariateFamily = {
  kind: 'univariate',
  logProb(x, [mean, sd, low, high]) {
    const ordered = select(less(low!, high!), zerosLike(low!), NaN);
    const scale = add(positive(sd!), ordered);
    const no = logicalOr(less(x, low!), greater(x, high!));
    const shape = add(add(zerosLike(low!), zerosLike(high!)), zerosLike(mean!));
    const [left, right, centre] = [add(low!, shape), add(high!, shape), add(mean!, shape)];
    const mode = minimum(maximum(centre, left), right);
    const m = div(sub(mode, centre), scale);
    const [below, above] = [div(sub(mode, left), scale), div(sub(right, mode), scale)];
    const mass = add(gaussianStretch(below, abs(m)), gaussianStretch(above, abs(m)));
    const s = div(sub(guard(x, no, 0), mode), scale);
    return outside(no, sub(mul(mul(s, add(m, mul(s, 0.5))), -1), add(log(mass), log(scale))));
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
