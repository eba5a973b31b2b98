import fc from 'fast-check';
import { beta } from '../../../webview/engine/distributions/beta';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'Beta',
  family: beta,
  parameters: fc.tuple(between(0.3, 60), between(1, 60)),
  invalid: [
    [0, 1],
    [-1, 1],
    [1, 0],
    [1, NaN],
    [NaN, 1],
  ],
  outside: () => [-1e-30, -2, 1.0001, 40],
  ends: () => [0, 1],
});
