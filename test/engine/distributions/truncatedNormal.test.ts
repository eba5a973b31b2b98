import fc from 'fast-check';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'TruncatedNormal',
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
