import fc from 'fast-check';
import { expect, test } from 'vitest';
import { studentT } from '../../../src/engine/families/studentT';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'StudentT',
  family: studentT,
  parameters: fc.tuple(between(0.5, 300), between(-5, 5), between(0.1, 10)),
  invalid: [
    [0, 0, 1],
    [2, 0, 0],
    [2, 0, -1],
    [NaN, 0, 1],
    [2, NaN, 1],
  ],
  outside: () => [],
});

test('with very many degrees of freedom has the quantiles of a normal', () => {
  expect(studentT.quantile(0.97, [1e20, 1, 10])).toBeCloseTo(1 + 10 * 1.8807936081512509, 9);
  expect(studentT.quantile(0.97, [0.99e8, 1, 10])).toBeCloseTo(studentT.quantile(0.97, [1.01e8, 1, 10]), 6);
});
