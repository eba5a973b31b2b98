import fc from 'fast-check';
import { bernoulli } from '../../../src/engine/families/bernoulli';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'Bernoulli',
  family: bernoulli,
  parameters: fc.tuple(between(0.05, 0.95)),
  invalid: [[-0.1], [1.1], [NaN]],
  outside: () => [-1, 0.5, 2, 1e9],
});
