import { expect, test } from 'vitest';
import { betaBinomialLogMass } from '../../../src/engine/math/betaBinomialLogMass';
import { expectClose } from './table';

test('of a flat share is flat', () => {
  for (const [k, n] of [
    [0, 4],
    [3, 9],
    [123_456_789, 1e9],
    [0, 1e15],
  ] as const) {
    expectClose(betaBinomialLogMass(k, n, 1, 1), -Math.log(n + 1), 1e-15, 0, [k, n]);
  }
});

test('with alpha = 1, beta = 2 is 2 (n + 1 − k) / ((n + 1)(n + 2))', () => {
  for (const n of [3, 1000, 1e9])
    for (const share of [0, 0.2, 0.9, 1]) {
      const k = Math.round(share * n);
      expectClose(betaBinomialLogMass(k, n, 1, 2), Math.log((2 * (n + 1 - k)) / (n + 1) / (n + 2)), 3e-15, 0, [k, n]);
    }
});

test('sums to 1', () => {
  for (const [n, alpha, beta] of [
    [5, 0.25, 7],
    [3000, 40, 0.5],
  ] as const) {
    let total = 0;
    for (let k = 0; k <= n; k++) total += Math.exp(betaBinomialLogMass(k, n, alpha, beta));
    expect(total).toBeCloseTo(1, 12);
  }
});
