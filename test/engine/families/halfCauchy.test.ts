import fc from 'fast-check';
import { halfCauchy } from '../../../src/engine/families/halfCauchy';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'HalfCauchy',
  family: halfCauchy,
  parameters: fc.tuple(between(0.1, 10)),
  invalid: [[0], [-1], [NaN]],
  outside: () => [-1e-30, -1, -50],
  ends: () => [0],
});
