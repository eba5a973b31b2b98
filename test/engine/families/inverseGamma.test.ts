import fc from 'fast-check';
import { inverseGamma } from '../../../src/engine/families/inverseGamma';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'InverseGamma',
  family: inverseGamma,
  parameters: fc.tuple(between(0.2, 200), between(0.1, 10)),
  invalid: [
    [0, 1],
    [-1, 1],
    [1, 0],
    [1, NaN],
    [NaN, 1],
  ],
  outside: () => [0, -1e-30, -1, -50],
  ends: () => [0],
});
