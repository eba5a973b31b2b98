import { expect, test } from 'vitest';
import { gammaP, gammaQ } from '../../../webview/engine/math/incompleteGamma';
import { expectClose, rowsOf } from './table';

test('both tails keep their relative precision', () => {
  for (const { args, value } of rowsOf('gammaP')) expectClose(gammaP(args[0]!, args[1]!), value, 2e-13, 0, args);
  for (const { args, value } of rowsOf('gammaQ')) expectClose(gammaQ(args[0]!, args[1]!), value, 2e-13, 0, args);
});

test('they are complements, also where series and fraction meet', () => {
  for (const a of [0.1, 1, 2.5, 40, 3000]) {
    for (const x of [0.5 * a, a + 1 - 1e-9, a + 1 + 1e-9, 2 * a])
      expectClose(gammaP(a, x) + gammaQ(a, x), 1, 4e-16, 0, x);
  }
});

test('special arguments', () => {
  expect([gammaP(2, 0), gammaP(2, -1), gammaP(2, Infinity), gammaP(0, 1), gammaP(2, NaN)]).toEqual([0, 0, 1, NaN, NaN]);
  expect([gammaQ(2, 0), gammaQ(2, -1), gammaQ(2, Infinity), gammaQ(-1, 1), gammaQ(2, NaN)]).toEqual([
    1,
    1,
    0,
    NaN,
    NaN,
  ]);
});
