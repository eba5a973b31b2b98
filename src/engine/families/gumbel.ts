import { add, div, exp, log, neg, sub } from '@tensorflow/tfjs-core';
import { clamp } from '../tensor/math/clamp';
import type { UnivariateFamily } from './family';
import { positive } from './support';

const eulerGamma = 0.5772156649015329;
/** Below, e^(−y) overflows whatever y is; y itself must not be infinite, lest the two cancel. */
const notInfinitelyLow = clamp(-1e30, Infinity);

/** Parameters: loc, scale. The distribution of maxima. */
export const gumbel: UnivariateFamily = {
  kind: 'univariate',
  logProb(x, [loc, scale]) {
    const width = positive(scale!);
    const y = notInfinitelyLow(div(sub(x, loc!), width));
    return neg(add(add(y, exp(neg(y))), log(width)));
  },
  logDensity(x, [loc, scale]) {
    const y = (x - loc!) / scale!;
    // Where e^(−y) overflows, −y must not outweigh it.
    return y < -1e3 ? -Infinity : -y - Math.exp(-y) - Math.log(scale!);
  },
  cdf: (x, [loc, scale]) => (scale! > 0 ? Math.exp(-Math.exp(-(x - loc!) / scale!)) : NaN),
  quantile(u, [loc, scale], upper = 1 - u) {
    const logU = u < 0.5 ? Math.log(u) : Math.log1p(-upper);
    return scale! > 0 ? loc! - scale! * Math.log(-logU) : NaN;
  },
  mean: ([loc, scale]) => (scale! > 0 ? loc! + eulerGamma * scale! : NaN),
  variance: ([loc, scale]) => (scale! > 0 && !Number.isNaN(loc!) ? (Math.PI * scale!) ** 2 / 6 : NaN),
};
