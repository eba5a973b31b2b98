import { expect, test } from 'vitest';
import { roundToStep } from '../../webview/handles/rounding';

test.each([
  [1.23456, 0.02, 1.23],
  [1.23456, 0.01, 1.23],
  [0.1 + 0.2, 0.005, 0.3],
  [-2.987, 0.1, -3],
  [1234.5, 3, 1235],
  [1234.5, 30, 1230],
  [1e-7, 1e-9, 1e-7],
  [0.5, 1e-17, 0.5],
  [1.23456e-20, 2e-22, 1.23e-20],
  [0.3, 1e-200, 0.3],
])('%f with %f a pixel is %f', (value, step, expected) => {
  expect(roundToStep(value, step)).toBe(expected);
});

test('what is no number stays what it is', () => {
  expect(roundToStep(Number.NaN, 0.1)).toBeNaN();
  expect(roundToStep(Number.POSITIVE_INFINITY, 0.1)).toBe(Number.POSITIVE_INFINITY);
});
