import fc from 'fast-check';
import { cauchy } from '../../../src/engine/families/cauchy';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'Cauchy',
  family: cauchy,
  parameters: fc.tuple(between(-5, 5), between(0.1, 10)),
  invalid: [
    [0, 0],
    [0, -1],
    [0, NaN],
    [NaN, 1],
  ],
  outside: () => [],
});
