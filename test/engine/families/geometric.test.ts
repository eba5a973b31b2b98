import fc from 'fast-check';
import { geometric } from '../../../src/engine/families/geometric';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'Geometric',
  family: geometric,
  parameters: fc.tuple(between(0.05, 0.95)),
  invalid: [[0], [-0.1], [1.1], [NaN]],
  outside: () => [-1, 0.5, 7.25],
});
