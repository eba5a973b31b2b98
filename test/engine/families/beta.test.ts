import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beta } from '../../../src/engine/families/beta';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'Beta',
  family: beta,
  parameters: fc.tuple(between(0.3, 60), between(1, 60)),
  invalid: [
    [0, 1],
    [-1, 1],
    [1, 0],
    [1, NaN],
    [NaN, 1],
  ],
  outside: () => [-1e-30, -2, 1.0001, 40],
  ends: () => [0, 1],
});

test('a million of one against 10²⁰ of the other: quantiles about the mean, a thousandth of it wide', () => {
  const parameters = [1e6, 1e20];
  expect(beta.quantile(0.5, parameters) / 1e-14).toBeCloseTo(1 - 1 / 3e6, 9);
  expect(beta.quantile(0.9772498680518208, parameters) / 1e-14).toBeCloseTo(1.002, 5);
  expect(beta.quantile(0.022750131948179195, parameters) / 1e-14).toBeCloseTo(0.998, 5);
  expect(1 - beta.quantile(0.5, [1e20, 1e6])).toBeCloseTo(1e-14, 15);
});
