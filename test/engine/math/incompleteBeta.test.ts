import { expect, test } from 'vitest';
import { gammaLimit, incompleteBeta } from '../../../webview/engine/math/incompleteBeta';
import { expectClose, rowsOf } from './table';

test('has the values of the reference, relative', () => {
  for (const { args, value } of rowsOf('incompleteBeta')) {
    expectClose(incompleteBeta(args[0]!, args[1]!, args[2]!), value, 2e-13, 0, args);
  }
});

test('I_x(a, b) + I_(1−x)(b, a) = 1', () => {
  for (const [a, b, x] of [
    [0.1, 3, 0.3],
    [40, 60, 0.41],
    [2e5, 1e5, 0.6661],
  ] as const) {
    expectClose(incompleteBeta(a, b, x) + incompleteBeta(b, a, 1 - x), 1, 1e-12, 0, [a, b, x]);
  }
});

test('special arguments', () => {
  expect([incompleteBeta(2, 3, 0), incompleteBeta(2, 3, 1), incompleteBeta(2, 3, -1), incompleteBeta(2, 3, 2)]).toEqual(
    [0, 1, 0, 1],
  );
  expect([incompleteBeta(0, 3, 0.5), incompleteBeta(2, -3, 0.5), incompleteBeta(2, 3, NaN)]).toEqual([NaN, NaN, NaN]);
});

test('one parameter enormous beside the other: values by quadrature at 50 digits', () => {
  for (const [a, b, x, value] of [
    [2, 1e15, 1e-15, 0.2642411176571157],
    [5, 1e20, 3e-20, 0.1847367554762279],
    [1000, 1e14, 0.95e-11, 0.05505468626446561],
    [1e6, 1e20, 1.0005e-14, 0.691550475775019],
  ] as const) {
    expectClose(incompleteBeta(a, b, x), value, 3e-13 * Math.sqrt(a), 0, [a, b, x]);
    expectClose(incompleteBeta(b, a, 1 - x, x), 1 - value, 3e-13 * Math.sqrt(a), 0, [b, a, x]);
  }
  // On either side of where the limit is taken.
  expectClose(incompleteBeta(3, 2.99e8, 1e-8), incompleteBeta(3, 3.01e8, 1e-8 * (2.99 / 3.01)), 1e-8, 0, 'both sides');
  expect(gammaLimit(3, 2.99e8)).toBeNull();
  expect(gammaLimit(3, 3.01e8)).toBe(3.01e8 + 1);
});

test('both parameters enormous', () => {
  expect(incompleteBeta(1e300, 1e300, 0.5)).toBe(0.5);
  expectClose(incompleteBeta(1e12, 1e12, 0.5 + 1e-6 / Math.sqrt(8)), 0.8413447460685429, 1e-9, 0, 'one sd');
});
