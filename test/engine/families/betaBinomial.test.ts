import fc from 'fast-check';
import { expect, test } from 'vitest';
import { betaBinomial } from '../../../src/engine/families/betaBinomial';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'BetaBinomial',
  family: betaBinomial,
  parameters: fc.tuple(fc.integer({ min: 1, max: 100 }), between(0.3, 30), between(0.3, 30)),
  invalid: [
    [-1, 1, 1],
    [3, 0, 1],
    [3, 1, -1],
    [3, NaN, 1],
    [NaN, 1, 1],
  ],
  outside: ([n]) => [-1, 0.5, n! + 1, 1e9],
});

test('of a thousand million trials is the Beta of the share, at once', () => {
  const parameters = [1e9, 2, 3];
  // I_x(2, 3) = 6x² − 8x³ + 3x⁴
  for (const x of [0.1, 0.5, 0.8]) {
    const share = 6 * x ** 2 - 8 * x ** 3 + 3 * x ** 4;
    expect(betaBinomial.cdf(x * 1e9, parameters)).toBeCloseTo(share, 7);
    expect(betaBinomial.quantile(share, parameters) / 1e9).toBeCloseTo(x, 7);
  }
});
