import { expect, test } from 'vitest';
import { betaBinomialCdf } from '../../../src/engine/math/betaBinomialCdf';
import { betaBinomialTable } from '../../../src/engine/math/betaBinomialTable';
import { expectClose } from './table';

test('is the table of a short support, and of a narrow bulk in a long one', () => {
  for (const [n, alpha, beta] of [
    [100, 2, 3],
    [1e9, 2, 3e8],
  ] as const) {
    const { low, cumulative } = betaBinomialTable(n, alpha, beta)!;
    for (const k of [0, 1, 10, 50]) expect(betaBinomialCdf(low + k, n, alpha, beta)).toBe(cumulative[k]);
  }
});

test('goes over into the sum without a step', () => {
  for (const k of [20_000, 50_000, 90_000]) {
    const [before, after] = [betaBinomialCdf(k, 1e5, 2, 3), betaBinomialCdf(k, 1e5 + 1, 2, 3)];
    expectClose(before, after, 1e-4, 0, k);
    expect(before).toBeGreaterThan(after);
  }
});

test('works anew for other parameters', () => {
  const first = betaBinomialCdf(3e8, 1e9, 2, 3);
  expect(betaBinomialCdf(3e8, 1e9, 3, 2)).not.toBe(first);
  expect(betaBinomialCdf(3e8, 1e9, 2, 3)).toBe(first);
});
