import fc from 'fast-check';
import { logNormal } from '../../../src/engine/families/logNormal';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'LogNormal',
  family: logNormal,
  parameters: fc.tuple(between(-3, 3), between(0.1, 2)),
  invalid: [
    [0, 0],
    [0, -1],
    [0, NaN],
    [NaN, 1],
  ],
  outside: () => [0, -1e-30, -1, -50],
  ends: () => [0],
});
