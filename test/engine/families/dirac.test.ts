import { expect, test } from 'vitest';
import { dirac } from '../../../src/engine/families/dirac';

test('all mass lies at the value', () => {
  const logs = [2, 2.5, -Infinity].map((x) => dirac.logDensity(x, [2]));
  expect(logs).toEqual([0, -Infinity, -Infinity]);
});

test('draws, distribution function and moments are those of a point', () => {
  expect([1e-300, 0.5, 1 - 2 ** -53].map((u) => dirac.quantile(u, [-3.5]))).toEqual([-3.5, -3.5, -3.5]);
  expect([-4, -3.5, 9].map((x) => dirac.cdf(x, [-3.5]))).toEqual([0, 1, 1]);
  expect([dirac.mean([-3.5]), dirac.variance([-3.5])]).toEqual([-3.5, 0]);
  expect(dirac.support!([-3.5])).toEqual({ low: -3.5, high: -3.5 });
  expect([dirac.cdf(0, [NaN]), dirac.quantile(0.5, [NaN]), dirac.mean([NaN]), dirac.variance([NaN])]).toEqual([
    NaN,
    NaN,
    NaN,
    NaN,
  ]);
});
