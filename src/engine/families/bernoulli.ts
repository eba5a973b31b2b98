import type { UnivariateFamily } from './family';

function valid(p: number): boolean {
  return p >= 0 && p <= 1;
}

function mass(x: number, [p]: readonly number[]): number {
  return x === 1 ? p! : x === 0 ? 1 - p! : 0;
}

/** Parameter: p. Values 1 (true) and 0 (false). */
export const bernoulli: UnivariateFamily = {
  kind: 'univariate',
  logDensity: (x, parameters) => Math.log(mass(x, parameters)),
  mass,
  cdf(x, [p]) {
    if (!valid(p!)) return NaN;
    return x < 0 ? 0 : x < 1 ? 1 - p! : 1;
  },
  quantile: (u, [p]) => (valid(p!) ? (u <= 1 - p! ? 0 : 1) : NaN),
  mean: ([p]) => (valid(p!) ? p! : NaN),
  variance: ([p]) => (valid(p!) ? p! * (1 - p!) : NaN),
  support: () => ({ low: 0, high: 1 }),
};
