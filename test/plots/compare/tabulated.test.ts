import { expect, it } from 'vitest';
import { logAddExp, tabulated, trapezoidWidths } from '../../../webview/plots/compare/tabulated';

it('normalises far below what a density can hold', () => {
  const found = tabulated(Float64Array.of(-2000, -2000 + Math.log(3), Number.NaN), Float64Array.of(1, 1, 1))!;
  expect([...found.mass]).toEqual([expect.closeTo(0.25, 12), expect.closeTo(0.75, 12), 0]);
  expect(found.log[2]).toBe(Number.NEGATIVE_INFINITY);
});

it('leaves out places without width, and knows where there is nothing', () => {
  expect([...tabulated(Float64Array.of(Number.POSITIVE_INFINITY, 0), Float64Array.of(0, 2))!.mass]).toEqual([
    0,
    expect.closeTo(1, 12),
  ]);
  expect(tabulated(Float64Array.of(Number.NEGATIVE_INFINITY), Float64Array.of(1))).toBe(null);
});

it('adds logarithms', () => {
  expect(logAddExp(Math.log(2), Math.log(3))).toBeCloseTo(Math.log(5), 12);
  expect(logAddExp(Number.NEGATIVE_INFINITY, -5)).toBe(-5);
  expect(logAddExp(-1000, -1000)).toBeCloseTo(-1000 + Math.LN2, 9);
});

it('gives points the widths of the trapezoidal rule', () => {
  expect([...trapezoidWidths(Float64Array.of(0, 1, 3))]).toEqual([0.5, 1.5, 1]);
});
