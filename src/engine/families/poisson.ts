import { deviance } from '../math/deviance';
import { gammaQ } from '../math/incompleteGamma';
import { normalQuantile } from '../math/normalQuantile';
import { logFactorialExcess } from '../math/stirling';
import { discreteQuantile } from './discreteQuantile';
import type { UnivariateFamily } from './family';

function cdf(x: number, rate: number): number {
  if (!(rate > 0)) return NaN;
  return x < 0 ? 0 : gammaQ(Math.floor(x) + 1, rate);
}

/** Parameter: rate. */
export const poisson: UnivariateFamily = {
  kind: 'univariate',
  logDensity: (x, [rate]) => (x >= 0 && Number.isInteger(x) ? -deviance(x, rate!) - logFactorialExcess(x) : -Infinity),
  cdf: (x, [rate]) => cdf(x, rate!),
  quantile(u, [rate]) {
    const z = normalQuantile(u);
    const guess = rate! + z * Math.sqrt(rate!) + (z * z - 1) / 6;
    return discreteQuantile((x) => cdf(x, rate!), u, guess, 0, Infinity, Math.sqrt(rate!));
  },
  mean: ([rate]) => (rate! > 0 ? rate! : NaN),
  variance: ([rate]) => (rate! > 0 ? rate! : NaN),
  support: () => ({ low: 0, high: Infinity }),
};
