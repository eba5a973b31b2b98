import fc from 'fast-check';
import { logistic } from '../../../src/engine/families/logistic';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'Logistic',
  family: logistic,
  parameters: fc.tuple(between(-5, 5), between(0.1, 10)),
  invalid: [
    [0, 0],
    [0, -1],
    [0, NaN],
    [NaN, 1],
  ],
  outside: () => [],
});
