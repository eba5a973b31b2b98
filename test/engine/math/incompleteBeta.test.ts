import { expect, test } from 'vitest';
import { incompleteBeta } from '../../../webview/engine/math/incompleteBeta';
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
