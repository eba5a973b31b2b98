import { describe, expect, test } from 'vitest';
import { dirichlet } from '../../../src/engine/families/dirichlet';
import type { MultivariateFamily } from '../../../src/engine/families/family';
import { multivariateNormal } from '../../../src/engine/families/multivariateNormal';
import { families } from '../../../src/model/families';
import { densities, examples, names } from './densities';
import { logDensities, univariate } from './harness';

const cases = names.flatMap((name) => examples[name].map((parameters) => ({ name, parameters })));

/** Points outside of the support, near and far. */
function outside(name: (typeof names)[number], parameters: readonly number[]): number[] {
  const [a, b, c, d] = parameters as [number, number, number, number];
  const noNumberOfThings = [-1, -0.5, 0.5, 2.25, -1e9, 1e-30];
  switch (name) {
    case 'Uniform':
      return [a - 1e-6, b + 1e-6, -1e38, 1e38];
    case 'TruncatedNormal':
      return [c - 1e-6, d + 1e-6, -1e38, 1e38];
    case 'Exponential':
    case 'HalfNormal':
    case 'HalfCauchy':
    case 'Gamma':
    case 'Weibull':
      return [-1e-30, -1, -1e38];
    case 'InverseGamma':
    case 'LogNormal':
      return [0, -1e-30, -1, -1e38];
    case 'Pareto':
      return [b * (1 - 1e-6), 0, -1, -1e38];
    case 'Beta':
      return [-1e-30, 1 + 2e-7, -1e38, 1e38];
    case 'VonMises':
      return [-3.1415932, 3.1415932, -1e38, 1e38];
    case 'Bernoulli':
      return [...noNumberOfThings, 2, 1e9];
    case 'Categorical':
      return [...noNumberOfThings, 0, parameters.length + 1, 1e9];
    case 'DiscreteUniform':
      return [a - 1, b + 1, a + 0.5, -1e9, 1e9];
    case 'Binomial':
    case 'BetaBinomial':
      return [...noNumberOfThings, a + 1, 1e9];
    case 'Poisson':
    case 'Geometric':
    case 'NegativeBinomial':
      return noNumberOfThings;
    case 'Dirac':
      return [a - 1e-6, a + 1e-6, 0, -1e38, 1e38];
    default:
      return [];
  }
}

/** Points in the support, from the middle out to forty standard deviations, or what stands for them. */
function tail(name: (typeof names)[number], parameters: readonly number[]): number[] {
  const family = univariate(name);
  const [low, middle, high] = [0.05, 0.5, 0.95].map((u) => family.quantile(u, parameters)) as [number, number, number];
  // Of a normal, 3.29 standard deviations lie between these two quantiles.
  const sd = (high - low) / 3.29;
  const places = [0, 1, 5, 12, 40].flatMap((k) => [middle - k * sd, middle + k * sd]);
  const beyond = outside(name, parameters);
  const ends = supportEnds(name, parameters);
  const whole = families[name].discrete && name !== 'Dirac' ? Math.round : Math.fround;
  return [...new Set(places.map(whole))].filter(
    (x) => x > ends[0] && x < ends[1] && !beyond.includes(x) && Number.isFinite(x),
  );
}

function supportEnds(name: (typeof names)[number], parameters: readonly number[]): [number, number] {
  const [a, b, c, d] = parameters as [number, number, number, number];
  const support = univariate(name).support?.(parameters);
  if (support !== undefined) return [support.low - 0.5, support.high + 0.5];
  if (families[name].support === 'reals') return [-Infinity, Infinity];
  if (name === 'Uniform') return [a, b];
  if (name === 'TruncatedNormal') return [c, d];
  if (name === 'Beta') return [0, 1];
  if (name === 'VonMises') return [-Math.PI, Math.PI];
  return [name === 'Pareto' ? b : 0, Infinity];
}

describe('log densities', () => {
  test.each(cases)('$name $parameters: −∞ outside of its support, and at either infinity', ({ name, parameters }) => {
    const points = [...outside(name, parameters), -Infinity, Infinity];
    expect(logDensities(name, points, parameters)).toEqual(points.map(() => -Infinity));
  });

  test.each(cases)('$name $parameters: right as far as forty standard deviations out', ({ name, parameters }) => {
    const x = tail(name, parameters);
    expect(x.length).toBeGreaterThan(0);
    logDensities(name, x, parameters).forEach((value, i) => {
      const expected = densities[name](x[i]!, parameters);
      const error = Math.abs(value - expected);
      expect(error, `at ${x[i]}: ${value} for ${expected}`).toBeLessThanOrEqual(
        1e-10 * Math.max(1, Math.abs(expected)),
      );
    });
  });

  test('of vectors: −∞ at an infinite coordinate and off the simplex', () => {
    const at = (family: MultivariateFamily, x: number[][], parameters: number[]) =>
      Array.from(family.logDensity(Float64Array.from(x.flat()), 2, parameters)!);
    const bell = [0.5, 1, 2, 0.5, 0.5, 1];
    const points = [
      [Infinity, 0],
      [0, -Infinity],
      [-Infinity, Infinity],
    ];
    expect(at(multivariateNormal, points, bell)).toEqual([-Infinity, -Infinity, -Infinity]);
    const shares = [2, 3];
    const off = [
      [0, 1],
      [1, 0],
      [-0.5, 1.5],
      [0.5, 0.501],
    ];
    expect(at(dirichlet, [...points, ...off], shares)).toEqual([
      ...points.map(() => -Infinity),
      ...off.map(() => -Infinity),
    ]);
  });

  test('of a bell in two dimensions forty standard deviations out', () => {
    const value = multivariateNormal.logDensity(Float64Array.of(40, -80), 2, [0, 0, 1, 0, 0, 4])![0];
    expect(value).toBeCloseTo(-1600 - Math.log(2 * Math.PI) - Math.LN2, 10);
  });
});
