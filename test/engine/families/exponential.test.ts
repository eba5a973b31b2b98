import fc from 'fast-check';
import { exponential } from '../../../src/engine/families/exponential';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'Exponential',
  family: exponential,
  parameters: fc.tuple(between(0.1, 10)),
  invalid: [[0], [-1], [NaN]],
  outside: () => [-1e-30, -1, -50],
  ends: () => [0],
});
