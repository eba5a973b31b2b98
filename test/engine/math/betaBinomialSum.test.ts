import { expect, test } from 'vitest';
import { betaBinomialLogMass } from '../../../src/engine/math/betaBinomialLogMass';
import { BetaBinomialSum } from '../../../src/engine/math/betaBinomialSum';
import { expectClose } from './table';

function sumOf(n: number, alpha: number, beta: number): BetaBinomialSum {
  const s = alpha + beta;
  return new BetaBinomialSum(n, alpha, beta, Math.sqrt(((n * alpha) / s) * (beta / s) * ((s + n) / (s + 1))));
}

test('is the sum of the masses, one by one', () => {
  const n = 200_000;
  for (const [alpha, beta] of [
    [2, 3],
    [0.3, 0.2],
    [0.01, 5],
    [1, 40],
    [3000, 1000],
    [1e7, 2e7],
  ] as const) {
    const sum = sumOf(n, alpha, beta);
    let total = 0;
    for (let k = 0; k < n; k++) {
      total += Math.exp(betaBinomialLogMass(k, n, alpha, beta));
      const looked = k < 3 || k > n - 4 || k % 9973 === 0 || Math.abs(k - 255) < 3 || Math.abs(k - n + 257) < 3;
      if (looked) expectClose(sum.cdf(k), total, 1e-10, 1e-12, [alpha, beta, k]);
    }
  }
});

test('has the closed form of alpha = 1, beta = 2 for a thousand million', () => {
  const n = 1e9;
  const [sum, mirrored] = [sumOf(n, 1, 2), sumOf(n, 2, 1)];
  for (const k of [0, 300, 1e5, 123_456_789, 5e8, 999_999_999 - 1e5, 999_999_999]) {
    const above = ((n - k) / (n + 1)) * ((n + 1 - k) / (n + 2));
    expectClose(sum.cdf(k), 1 - above, 1e-12, 1e-13, k);
    expectClose(mirrored.cdf(n - 1 - k), above, 1e-12, 1e-13, k);
  }
});

test('never falls, from 0 to 1', () => {
  const sum = sumOf(1e12, 0.5, 0.5);
  expect([sum.cdf(-1), sum.cdf(1e12)]).toEqual([0, 1]);
  let last = 0;
  for (let i = 0; i <= 1000; i++) {
    const value = sum.cdf(Math.floor(((1 - Math.cos((Math.PI * i) / 1000)) / 2) * (1e12 - 1)));
    expect(value).toBeGreaterThanOrEqual(last);
    last = value;
  }
  expectClose(sum.cdf(5e11 - 1), 0.5, 1e-12, 0, 'middle');
});
