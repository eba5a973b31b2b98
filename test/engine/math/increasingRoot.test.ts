import { expect, test } from 'vitest';
import { increasingRoot } from '../../../webview/engine/math/increasingRoot';

test('finds roots from either side, and where Newton alone would fly off', () => {
  expect(
    increasingRoot(
      (t) => t ** 3 - 8,
      (t) => 3 * t * t,
      1,
    ),
  ).toBeCloseTo(2, 14);
  expect(
    increasingRoot(
      (t) => t ** 3 - 8,
      (t) => 3 * t * t,
      90,
    ),
  ).toBeCloseTo(2, 14);
  expect(increasingRoot(Math.atan, (t) => 1 / (1 + t * t), 50)).toBeCloseTo(0, 15);
  expect(
    increasingRoot(
      (t) => Math.tanh(t - 500),
      (t) => 1 - Math.tanh(t - 500) ** 2,
      0,
    ),
  ).toBeCloseTo(500, 10);
});

test('stays in its bracket', () => {
  const seen: number[] = [];
  const root = increasingRoot(
    (t) => {
      seen.push(t);
      return Math.log(t / 1e-6);
    },
    (t) => 1 / t,
    0.9,
    0,
    1,
  );
  expect(root).toBeCloseTo(1e-6, 18);
  expect(Math.min(...seen)).toBeGreaterThan(0);
  expect(Math.max(...seen)).toBeLessThanOrEqual(1);
});

test('a step function is bisected, NaN is handed on', () => {
  expect(
    increasingRoot(
      (t) => (t < 0.3 ? -1 : 1),
      () => 0,
      0.9,
      0,
      1,
    ),
  ).toBeCloseTo(0.3, 15);
  expect(
    increasingRoot(
      () => NaN,
      () => 1,
      0,
    ),
  ).toBe(NaN);
});
