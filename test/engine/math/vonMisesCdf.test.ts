import { expect, test } from 'vitest';
import { integrate } from '../../../src/engine/math/gaussLegendre';
import { vonMisesCdf, vonMisesDensity, vonMisesMoments } from '../../../src/engine/math/vonMisesCdf';
import { expectClose, rowsOf } from './table';

test('vonMisesCdf has the values of the reference', () => {
  for (const { args, value } of rowsOf('vonMisesCdf'))
    expectClose(vonMisesCdf(...(args as [number, number])), value, 0, 3e-15, args);
});

test('series and quadrature meet', () => {
  for (const d of [-3, -0.4, 0.01, 0.2, 2]) {
    expectClose(vonMisesCdf(d, 50 * (1 + 1e-14)), vonMisesCdf(d, 50), 0, 1e-14, d);
  }
});

test('goes from 0 to 1 over one turn', () => {
  expect([vonMisesCdf(-Math.PI, 3), vonMisesCdf(0, 3), vonMisesCdf(Math.PI, 3)]).toEqual([0, 0.5, 1]);
  expectClose(vonMisesCdf(1, 0), 0.5 + 1 / (2 * Math.PI), 1e-15, 0, 1);
});

test('the density integrates to the distribution function', () => {
  const mass = integrate((d) => vonMisesDensity(d, 7), -1, 0.5, 4);
  expectClose(mass, vonMisesCdf(0.5, 7) - vonMisesCdf(-1, 7), 1e-13, 0, 7);
});

test('moments about 0 shrink with the concentration, and are NaN for an invalid one', () => {
  expectClose(vonMisesMoments(0, 0).variance, Math.PI ** 2 / 3, 1e-15, 0, 0);
  expectClose(vonMisesMoments(0.5, 1e4).mean, 0.5, 1e-12, 0, 1e4);
  expectClose(vonMisesMoments(0.5, 1e4).variance, 1e-4, 1e-4, 0, 1e4);
  expect(vonMisesMoments(0, -1)).toEqual({ mean: NaN, variance: NaN });
});
