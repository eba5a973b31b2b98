import fc from 'fast-check';
import { normal } from '../../../src/engine/families/normal';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'Normal',
  family: normal,
  parameters: fc.tuple(between(-5, 5), between(0.1, 10)),
  invalid: [
    [0, 0],
    [0, -1],
    [0, NaN],
    [NaN, 1],
  ],
  outside: () => [],
});
