import { expect, test } from 'vitest';
import { logBeta } from '../../../src/engine/math/logBeta';
import { logGamma } from '../../../src/engine/math/stirling';
import { expectClose } from './table';

test('is the sum of three log gammas where those keep their digits', () => {
  for (const a of [0.01, 0.5, 1, 3.7, 20]) {
    for (const b of [0.02, 1, 2.5, 40]) {
      expectClose(logBeta(a, b), logGamma(a) + logGamma(b) - logGamma(a + b), 1e-13, 1e-13, [a, b]);
    }
  }
});

test('small whole numbers: B(1, b) = 1/b, B(2, b) = 1/(b (b + 1)), also where b is enormous', () => {
  for (const b of [1, 7, 1e5, 1e12, 1e20, 1e300]) {
    expectClose(logBeta(1, b), -Math.log(b), 1e-14, 1e-14, b);
    expectClose(logBeta(b, 2), -Math.log(b) - Math.log(b + 1), 1e-14, 1e-14, b);
  }
});

test('of two equal halves of a large number follows Stirling’s formula', () => {
  // B(n, n) = 2 √(π/n) 4^(−n) (1 + 1/(8n) + …)
  for (const n of [1e6, 1e15]) {
    const expected = Math.log(2) + 0.5 * Math.log(Math.PI / n) - n * Math.log(4) + 1 / (8 * n);
    expectClose(logBeta(n, n), expected, 1e-15, 0, n);
  }
  expect(logBeta(0.5, 0.5)).toBeCloseTo(Math.log(Math.PI), 14);
});
