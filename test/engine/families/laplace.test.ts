import fc from 'fast-check';
import { laplace } from '../../../src/engine/families/laplace';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'Laplace',
  family: laplace,
  parameters: fc.tuple(between(-5, 5), between(0.1, 10)),
  invalid: [
    [0, 0],
    [0, -1],
    [0, NaN],
    [NaN, 1],
  ],
  outside: () => [],
});
