import { expect, test } from 'vitest';
import { logNormalInterval } from '../../../src/engine/math/logNormalInterval';
import { logNormalCdf, logRootTwoPi, normalCdf } from '../../../src/engine/math/normalCdf';
import { expectClose } from './table';

test('wide intervals are differences of the distribution function', () => {
  expectClose(logNormalInterval(-1, 2), Math.log(normalCdf(2) - normalCdf(-1)), 1e-14, 0, '-1, 2');
  expectClose(logNormalInterval(-Infinity, -3), logNormalCdf(-3), 1e-15, 0, '-3');
  expectClose(logNormalInterval(30, Infinity), logNormalCdf(-30), 1e-15, 0, '30');
  expect(logNormalInterval(-Infinity, Infinity)).toBeCloseTo(0, 15);
});

test('narrow ones are the density times the width', () => {
  for (const x of [-20, -1, 0, 3, 40]) {
    const width = 2 ** -30;
    const expected = -0.5 * x * x - logRootTwoPi + Math.log(width) - 0.5 * x * width;
    expectClose(logNormalInterval(x, x + width), expected, 1e-14, 1e-13, x);
  }
});

test('is symmetric, −Infinity for an empty interval and NaN for a reversed one', () => {
  expect(logNormalInterval(5, 7)).toBe(logNormalInterval(-7, -5));
  expect([logNormalInterval(1, 1), logNormalInterval(2, 1), logNormalInterval(NaN, 1)]).toEqual([-Infinity, NaN, NaN]);
});
