import { expect, test } from 'vitest';
import { poisson } from '../../../src/engine/families/poisson';
import { gammaP, gammaQ } from '../../../src/engine/math/incompleteGamma';
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

test('of large shapes are the sums of Poisson masses, one by one, also far out', () => {
  for (const rate of [4000, 19_000, 21_000, 1e6, 1e8]) {
    const sd = Math.sqrt(rate);
    for (const z of [-30, -8, -1, 0, 1, 8, 30]) {
      const k = Math.round(rate + z * sd);
      // From k outwards, until there is nothing more.
      const step = z < 0 ? -1 : 1;
      let sum = 0;
      for (let j = z < 0 ? k : k + 1; j >= 0; j += step) {
        const mass = Math.exp(poisson.logDensity(j, [rate]));
        sum += mass;
        if (mass < 1e-17 * sum) break;
      }
      const value = z < 0 ? gammaQ(k + 1, rate) : gammaP(k + 1, rate);
      expectClose(value, sum, 3e-12, 0, [rate, z]);
    }
  }
});

test('of enormous shapes have the middle of Temme’s expansion', () => {
  for (const a of [1e4, 1e7, 1e10, 1e15]) {
    const excess = (1 / 3 + 1 / (540 * a)) / Math.sqrt(2 * Math.PI * a);
    expectClose(gammaP(a, a), 0.5 + excess, 1e-12, 0, a);
    expectClose(gammaQ(a, a), 0.5 - excess, 1e-12, 0, a);
  }
});
