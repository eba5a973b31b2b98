import fc from 'fast-check';
import { studentT } from '../../../webview/engine/distributions/studentT';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'StudentT',
  family: studentT,
  parameters: fc.tuple(between(0.5, 300), between(-5, 5), between(0.1, 10)),
  invalid: [
    [0, 0, 1],
    [2, 0, 0],
    [2, 0, -1],
    [NaN, 0, 1],
    [2, NaN, 1],
  ],
  outside: () => [],
});
