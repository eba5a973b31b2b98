import { greater, less, log, logicalOr, neg, sub } from '@tensorflow/tfjs-core';
import type { UnivariateFamily } from './family';
import { outside, positive, shapedLike } from './support';

/** Parameters: low, high. */
export const uniform: UnivariateFamily = {
  kind: 'univariate',
  logProb(x, [low, high]) {
    const logDensity = shapedLike(neg(log(positive(sub(high!, low!)))), x);
    return outside(logicalOr(less(x, low!), greater(x, high!)), logDensity);
  },
  cdf(x, [low, high]) {
    if (!(low! < high!)) return NaN;
    return Math.min(1, Math.max(0, (x - low!) / (high! - low!)));
  },
  quantile: (u, [low, high]) => (low! < high! ? Math.min(high!, low! + u * (high! - low!)) : NaN),
  mean: ([low, high]) => (low! < high! ? low! + 0.5 * (high! - low!) : NaN),
  variance: ([low, high]) => (low! < high! ? (high! - low!) ** 2 / 12 : NaN),
};
