import type { UnivariateFamily } from './family';

/** Parameter: value. All mass at it: log mass 0 there, −Infinity elsewhere. */
export const dirac: UnivariateFamily = {
  kind: 'univariate',
  logDensity: (x, [value]) => (x === value ? 0 : -Infinity),
  mass: (x, [value]) => (x === value ? 1 : 0),
  cdf: (x, [value]) => (Number.isNaN(value!) ? NaN : x < value! ? 0 : 1),
  quantile: (_u, [value]) => value!,
  mean: ([value]) => value!,
  variance: ([value]) => (Number.isNaN(value!) ? NaN : 0),
  support: ([value]) => ({ low: value!, high: value! }),
};
