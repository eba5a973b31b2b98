import fc from 'fast-check';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'Poisson',
  parameters: fc.tuple(between(0.1, 300)),
  invalid: [[0], [-1], [NaN]],
  outside: () => [-1, 0.5, 7.25],
});
