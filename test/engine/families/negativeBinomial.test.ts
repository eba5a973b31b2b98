import fc from 'fast-check';
import { negativeBinomial } from '../../../src/engine/families/negativeBinomial';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'NegativeBinomial',
  family: negativeBinomial,
  parameters: fc.tuple(between(0.3, 60), between(0.1, 0.9)),
  invalid: [
    [0, 0.5],
    [-1, 0.5],
    [2, 0],
    [2, 1],
    [2, NaN],
    [NaN, 0.5],
  ],
  outside: () => [-1, 0.5, 7.25],
});
