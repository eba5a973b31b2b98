import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distributions } from '../../../src/engine/families';
import { discreteQuantile } from '../../../src/engine/families/discreteQuantile';
import type { FamilyName } from '../../../src/model/families';

const cdf = (x: number) => 1 - 0.9 ** (x + 1);

test('finds the smallest value from any guess', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-9, max: 0.999999, noNaN: true }),
      fc.integer({ min: -50, max: 2000 }),
      (u, guess) => {
        const x = discreteQuantile(cdf, u, guess, 0, Infinity);
        expect(cdf(x)).toBeGreaterThanOrEqual(u);
        if (x > 0) expect(cdf(x - 1)).toBeLessThan(u);
      },
    ),
    { seed: 5 },
  );
});

test('ends of the support, NaN and a distribution function that rounds below u', () => {
  expect(discreteQuantile(cdf, 1e-300, 70, 0, Infinity)).toBe(0);
  expect(discreteQuantile(cdf, 1, 3, 0, 9)).toBe(9);
  expect(discreteQuantile(cdf, 0.5, NaN, 0, Infinity)).toBe(6);
  expect(discreteQuantile(() => NaN, 0.5, 3, 0, Infinity)).toBe(NaN);
  expect(discreteQuantile(cdf, NaN, 3, 0, Infinity)).toBe(NaN);
  expect(discreteQuantile((x) => Math.min(0.9, cdf(x)), 0.99, 3, 0, 1e6)).toBe(1e6);
  expect(discreteQuantile(() => 0.9, 0.99, 3, 0, Infinity)).toBeGreaterThan(2 ** 50);
});

test('far beyond what whole numbers resolve, the guess stands', () => {
  expect(discreteQuantile(() => 0.4, 0.5, 1e20, 0, Infinity)).toBe(1e20);
  expect(discreteQuantile(() => 0.4, 0.5, 1e20, 0, 1e18)).toBe(1e18);
});

test('takes a few values of the distribution function in the longest of supports, from the mean on', () => {
  for (const [name, parameters] of [
    ['Poisson', [1e9]],
    ['Poisson', [1e14]],
    ['Binomial', [1e9, 0.3]],
    ['Binomial', [1e9, 1e-7]],
    ['NegativeBinomial', [1000, 1e-6]],
    ['NegativeBinomial', [0.5, 1e-9]],
    ['Geometric', [1e-9]],
    ['BetaBinomial', [1e9, 2, 3]],
    ['BetaBinomial', [1e9, 0.3, 0.2]],
    ['DiscreteUniform', [0, 1e9]],
  ] as readonly (readonly [FamilyName, readonly number[]])[]) {
    const family = distributions[name];
    if (family.kind !== 'univariate') throw new Error('It is.');
    const { low, high } = family.support!(parameters);
    const [mean, sd] = [family.mean(parameters), Math.sqrt(family.variance(parameters))];
    const draws = 200;
    let values = 0;
    for (let i = 0; i < draws; i++) {
      const u = (i + 0.5) / draws;
      const counting = (x: number) => {
        values++;
        return family.cdf(x, parameters);
      };
      const x = discreteQuantile(counting, u, mean, low, high, sd);
      expect(family.cdf(x, parameters)).toBeGreaterThanOrEqual(u);
      if (x > low) expect(family.cdf(x - 1, parameters)).toBeLessThan(u);
      expect(family.quantile(u, parameters)).toBe(x);
    }
    expect(values / draws, `${name}(${parameters.join(', ')})`).toBeLessThan(20);
  }
});
