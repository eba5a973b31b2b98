import { expect, test } from 'vitest';
import { logOnePlusSquare } from '../../../src/engine/math/logOnePlusSquare';

test('log(1 + x²) keeps its digits near 0 and beyond the largest square', () => {
  expect(logOnePlusSquare(1e-9)).toBeCloseTo(1e-18, 30);
  expect(logOnePlusSquare(-3)).toBeCloseTo(Math.log(10), 15);
  expect(logOnePlusSquare(1e8)).toBeCloseTo(16 * Math.LN10, 13);
  expect(logOnePlusSquare(-1e300)).toBeCloseTo(600 * Math.LN10, 10);
  expect(logOnePlusSquare(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  expect(logOnePlusSquare(Number.NaN)).toBeNaN();
});
