import fc from 'fast-check';
import { expect, test } from 'vitest';
import { truncatedNormal } from '../../../src/engine/families/truncatedNormal';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'TruncatedNormal',
  family: truncatedNormal,
  parameters: fc
    .tuple(between(-2, 2), between(0.5, 3), between(-6, 6), between(0.25, 8))
    .map(([mean, sd, low, width]) => [mean, sd, low, Math.fround(low + width)]),
  invalid: [
    [0, 0, -1, 1],
    [0, -1, -1, 1],
    [0, 1, 1, 0],
    [0, 1, 1, 1],
    [NaN, 1, 0, 1],
    [0, 1, NaN, 1],
    [0, 1, 0, NaN],
  ],
  outside: ([, , low, high]) => [low! - 1, low! - 1e-5, high! + 1e-5, high! + 40],
  ends: ([, , low, high]) => [low!, high!],
});

test.each([
  [0, 1, -1e9, 1],
  [0, 1, -1e9, 1e9],
  [0, 1, -Infinity, -1000],
  [0, 1, 1000, Infinity],
  [-1000, 1, 0, 1],
  [0, 1e-3, 1, 2],
  [0, 1, -40, -31],
])(
  'ends far out, mean %d, sd %d, low %d, high %d: quantiles and distribution function are inverse',
  (...parameters) => {
    for (const u of [0.01, 0.5, 0.99]) {
      expect(Math.abs(truncatedNormal.cdf(truncatedNormal.quantile(u, parameters), parameters) / u - 1)).toBeLessThan(
        1e-7,
      );
    }
  },
);
