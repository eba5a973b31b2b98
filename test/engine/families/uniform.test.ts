import fc from 'fast-check';
import { uniform } from '../../../src/engine/families/uniform';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'Uniform',
  family: uniform,
  parameters: fc.tuple(between(-5, 5), between(0.5, 10)).map(([low, width]) => [low, Math.fround(low + width)]),
  invalid: [
    [0, 0],
    [1, 0],
    [NaN, 1],
    [0, NaN],
  ],
  outside: ([low, high]) => [low! - 1, low! - 1e-5, high! + 1e-5, high! + 40],
  ends: (parameters) => parameters,
});
