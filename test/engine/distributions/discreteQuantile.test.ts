import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discreteQuantile } from '../../../webview/engine/distributions/discreteQuantile';

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
