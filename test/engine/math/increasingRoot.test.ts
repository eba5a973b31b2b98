import { expect, test } from 'vitest';
import { increasingRoot } from '../../../src/engine/math/increasingRoot';

test('finds roots from either side, and where Newton alone would fly off', () => {
  const cube = (t: number) => [t ** 3 - 8, 3 * t * t] as const;
  expect(increasingRoot(cube, 1)).toBeCloseTo(2, 14);
  expect(increasingRoot(cube, 90)).toBeCloseTo(2, 14);
  expect(increasingRoot((t) => [Math.atan(t), 1 / (1 + t * t)], 50)).toBeCloseTo(0, 15);
  expect(increasingRoot((t) => [Math.tanh(t - 500), 1 - Math.tanh(t - 500) ** 2], 0)).toBeCloseTo(500, 10);
});

test('stays in its bracket', () => {
  const seen: number[] = [];
  const f = (t: number) => {
    seen.push(t);
    return [Math.log(t / 1e-6), 1 / t] as const;
  };
  expect(increasingRoot(f, 0.9, 0, 1)).toBeCloseTo(1e-6, 18);
  expect(Math.min(...seen)).toBeGreaterThan(0);
  expect(Math.max(...seen)).toBeLessThanOrEqual(1);
});

test('a step function is bisected, NaN is handed on', () => {
  expect(increasingRoot((t) => [t < 0.3 ? -1 : 1, 0], 0.9, 0, 1)).toBeCloseTo(0.3, 15);
  expect(increasingRoot(() => [NaN, 1], 0)).toBe(NaN);
});
