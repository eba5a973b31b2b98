import fc from 'fast-check';
import { poisson } from '../../../src/engine/families/poisson';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'Poisson',
  family: poisson,
  parameters: fc.tuple(between(0.1, 300)),
  invalid: [[0], [-1], [NaN]],
  outside: () => [-1, 0.5, 7.25],
});
