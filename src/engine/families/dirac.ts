import { add, equal, logicalAnd, notEqual, sub } from '@tensorflow/tfjs-core';
import type { UnivariateFamily } from './family';
import { nought, outside } from './support';

/** Parameter: value. All mass at it: log mass 0 there, −Infinity elsewhere. */
export const dirac: UnivariateFamily = {
  kind: 'univariate',
  logProb(x, [value]) {
    // NaN − NaN keeps an undefined value undefined; the difference is 0 for every other.
    const no = logicalAnd(notEqual(x, value!), equal(x, x));
    return outside(no, add(sub(value!, value!), nought(x, no)));
  },
  logDensity: (x, [value]) => (x === value ? 0 : -Infinity),
  mass: (x, [value]) => (x === value ? 1 : 0),
  cdf: (x, [value]) => (Number.isNaN(value!) ? NaN : x < value! ? 0 : 1),
  quantile: (_u, [value]) => value!,
  mean: ([value]) => value!,
  variance: ([value]) => (Number.isNaN(value!) ? NaN : 0),
  support: ([value]) => ({ low: value!, high: value! }),
};
