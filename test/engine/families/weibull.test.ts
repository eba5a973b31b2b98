import fc from 'fast-check';
import { weibull } from '../../../src/engine/families/weibull';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'Weibull',
  family: weibull,
  parameters: fc.tuple(between(0.3, 12), between(0.1, 10)),
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
