import { expect, test } from 'vitest';
import {
  truncatedNormalCdf,
  truncatedNormalMoments,
  truncatedNormalQuantile,
} from '../../../src/engine/math/truncatedNormal';
import { expectClose } from './table';

test('close to its lower end the distribution function is linear, to full relative precision', () => {
  const unit = truncatedNormalCdf(2 ** -60, 0.7, 1.3, 0, 4);
  for (const n of [2, 64, 4096]) expectClose(truncatedNormalCdf(n * 2 ** -60, 0.7, 1.3, 0, 4), n * unit, 1e-14, 0, n);
});

test('a tail cut far out is exponential', () => {
  // Rate a at a: P(X > a + s) ≈ exp(−a s) up to s²/2 and 1/a².
  expectClose(truncatedNormalQuantile(0.5, 0, 1, 1e6, Infinity) - 1e6, Math.LN2 / 1e6, 1e-3, 0, 1e6);
  const { mean, variance } = truncatedNormalMoments(1e4, Infinity);
  expectClose(mean - 1e4, 1e-4, 1e-6, 0, 'mean');
  expectClose(variance, 1e-8, 1e-6, 0, 'variance');
});

test('both ends at once, and symmetric', () => {
  expect([0, 1].map((u) => truncatedNormalQuantile(u, 1, 2, -3, 4))).toEqual([-3, 4]);
  expect([-3, 4, 9].map((x) => truncatedNormalCdf(x, 1, 2, -3, 4))).toEqual([0, 1, 1]);
  expectClose(truncatedNormalQuantile(0.5, 0, 1, -2, 2), 0, 0, 1e-15, 0.5);
  expect(truncatedNormalQuantile(NaN, 0, 1, -2, 2)).toBe(NaN);
});

test('where all mass is at one end, quantiles are those of an exponential from it', () => {
  for (const u of [1e-6, 0.3, 0.5, 0.9, 0.999]) {
    // The density falls by a factor e in sd² / 10⁶ = 10⁻¹⁸.
    expectClose(truncatedNormalQuantile(u, -1e6, 1e-6, 0, 1e6), -1e-18 * Math.log1p(-u), 1e-9, 0, u);
    expectClose(truncatedNormalQuantile(u, 1e6, 1e-6, -1e6, 0), 1e-18 * Math.log(u), 1e-9, 0, u);
  }
});
