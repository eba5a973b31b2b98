import { describe, expect, test } from 'vitest';
import { distributions } from '../../../src/engine/families';
import { families } from '../../../src/model/families';
import { logDensities, univariate } from './harness';

describe('special values', () => {
  test('densities take their limits at the ends of the support', () => {
    expect(logDensities('Gamma', [0], [0.5, 2])).toEqual([Infinity]);
    expect(logDensities('Gamma', [0], [1, 2])).toEqual([Math.LN2]);
    expect(logDensities('Gamma', [0], [2, 2])).toEqual([-Infinity]);
    expect(logDensities('Weibull', [0], [0.5, 2])).toEqual([Infinity]);
    expect(logDensities('Weibull', [0], [1, 2])).toEqual([-Math.LN2]);
    expect(logDensities('Weibull', [0], [3, 2])).toEqual([-Infinity]);
    expect(logDensities('Beta', [0, 1], [1, 2])).toEqual([Math.LN2, -Infinity]);
    expect(logDensities('Beta', [0, 1], [0.5, 1])).toEqual([Infinity, -Math.LN2]);
    expect(logDensities('Uniform', [-1, 1], [-1, 1])).toEqual([-Math.LN2, -Math.LN2]);
  });

  test('certain and impossible outcomes have log mass 0 and −Infinity, and no NaN', () => {
    expect(logDensities('Bernoulli', [0, 1], [0])).toEqual([0, -Infinity]);
    expect(logDensities('Bernoulli', [0, 1], [1])).toEqual([-Infinity, 0]);
    expect(logDensities('Categorical', [1, 2, 3], [0, 1, 0])).toEqual([-Infinity, 0, -Infinity]);
    expect(logDensities('Binomial', [0, 1, 3], [3, 0])).toEqual([0, -Infinity, -Infinity]);
    expect(logDensities('Binomial', [0, 2, 3], [3, 1])).toEqual([-Infinity, -Infinity, 0]);
    expect(logDensities('Binomial', [0, 1], [0, 0.5])).toEqual([0, -Infinity]);
    expect(logDensities('BetaBinomial', [0, 1], [0, 2, 3])).toEqual([0, -Infinity]);
    expect(logDensities('Geometric', [0, 1, 5], [1])).toEqual([0, -Infinity, -Infinity]);
    expect(logDensities('DiscreteUniform', [4, 5], [4, 4]).map((value) => value + 0)).toEqual([0, -Infinity]);
    expect(logDensities('Categorical', [1], [1])).toEqual([0]);
  });

  test('forty standard deviations out, and much further, a log density is finite and right', () => {
    expect(logDensities('Normal', [1e6], [0, 1])[0]).toBeCloseTo(-5e11, -6);
    expect(logDensities('Laplace', [1e6], [0, 1])[0]).toBeCloseTo(-1e6 - Math.LN2, 0);
    expect(logDensities('Logistic', [-1e6], [0, 1])[0]).toBe(-1e6);
    expect(logDensities('Cauchy', [1e30], [0, 1])[0]).toBeCloseTo(-Math.log(Math.PI) - 60 * Math.LN10, 4);
    expect(logDensities('StudentT', [-1e30], [2, 0, 1])[0]).toBeCloseTo(-90 * Math.LN10, 3);
    expect(logDensities('HalfCauchy', [1e30], [1])[0]).toBeCloseTo(Math.log(2 / Math.PI) - 60 * Math.LN10, 4);
  });
});

test('a certain outcome is drawn always, an impossible one never', () => {
  const marks = [1e-300, 0.3, 1 - 2 ** -53];
  expect(marks.map((u) => univariate('Bernoulli').quantile(u, [0]))).toEqual([0, 0, 0]);
  expect(marks.map((u) => univariate('Bernoulli').quantile(u, [1]))).toEqual([1, 1, 1]);
  expect(marks.map((u) => univariate('Categorical').quantile(u, [0, 1, 0]))).toEqual([2, 2, 2]);
  expect(marks.map((u) => univariate('Binomial').quantile(u, [3, 1]))).toEqual([3, 3, 3]);
  expect(marks.map((u) => univariate('Geometric').quantile(u, [1]))).toEqual([0, 0, 0]);
});

test('every family of the catalogue is here, as what the catalogue says that it is', () => {
  expect(Object.keys(distributions).sort()).toEqual(Object.keys(families).sort());
  for (const [name, { kind }] of Object.entries(distributions)) {
    expect(kind === 'multivariate', name).toBe(families[name as keyof typeof families].multivariate);
  }
});

test('discrete families know their first and last value', () => {
  for (const [name, family] of Object.entries(distributions)) {
    const { discrete } = families[name as keyof typeof families];
    expect(family.kind === 'univariate' && family.support !== undefined, name).toBe(discrete);
  }
  expect(univariate('Bernoulli').support!([0.3])).toEqual({ low: 0, high: 1 });
  expect(univariate('Categorical').support!([0.3, 0.2, 0.5])).toEqual({ low: 1, high: 3 });
  expect(univariate('DiscreteUniform').support!([-2, 6])).toEqual({ low: -2, high: 6 });
  expect(univariate('Binomial').support!([7, 0.1])).toEqual({ low: 0, high: 7 });
  expect(univariate('Poisson').support!([7])).toEqual({ low: 0, high: Infinity });
});
