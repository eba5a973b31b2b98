import fc from 'fast-check';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'TruncatedNormal',
  // An end near 0 would be known worse than its floats are: it is mean + sd · a for a rounded a.
  parameters: fc
    .tuple(between(-2, 2), between(0.5, 3), fc.oneof(between(-6, -0.25), between(0.25, 6)), between(0.25, 8))
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
