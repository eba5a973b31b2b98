import fc from 'fast-check';
import { gamma } from '../../../src/engine/families/gamma';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'Gamma',
  family: gamma,
  parameters: fc.tuple(between(0.1, 200), between(0.1, 10)),
  invalid: [
    [0, 1],
    [-1, 1],
    [1, 0],
    [1, NaN],
    [NaN, 1],
  ],
  outside: () => [-1e-30, -1, -50],
  ends: () => [0],
});
