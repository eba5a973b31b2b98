import fc from 'fast-check';
import { halfNormal } from '../../../src/engine/families/halfNormal';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'HalfNormal',
  family: halfNormal,
  parameters: fc.tuple(between(0.1, 10)),
  invalid: [[0], [-1], [NaN]],
  outside: () => [-1e-30, -1, -50],
  ends: () => [0],
});
