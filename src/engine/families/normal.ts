import { logRootTwoPi, normalCdf } from '../math/normalCdf';
import { normalQuantile } from '../math/normalQuantile';
import type { UnivariateFamily } from './family';

/** Parameters: mean, sd. */
export const normal: UnivariateFamily = {
  kind: 'univariate',
  logDensity: (x, [mean, sd]) => -0.5 * ((x - mean!) / sd!) ** 2 - Math.log(sd!) - logRootTwoPi,
  cdf: (x, [mean, sd]) => (sd! > 0 ? normalCdf((x - mean!) / sd!) : NaN),
  quantile: (u, [mean, sd], upper = 1 - u) =>
    sd! > 0 ? mean! + sd! * (u > 0.5 ? -normalQuantile(upper) : normalQuantile(u)) : NaN,
  mean: ([mean, sd]) => (sd! > 0 ? mean! : NaN),
  variance: ([mean, sd]) => (sd! > 0 && !Number.isNaN(mean!) ? sd! * sd! : NaN),
};
