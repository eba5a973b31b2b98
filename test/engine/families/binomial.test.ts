import fc from 'fast-check';
import { binomial } from '../../../src/engine/families/binomial';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'Binomial',
  family: binomial,
  parameters: fc.tuple(fc.integer({ min: 1, max: 200 }), between(0.05, 0.95)),
  invalid: [
    [-1, 0.5],
    [3, -0.1],
    [3, 1.1],
    [3, NaN],
    [NaN, 0.5],
  ],
  outside: ([n]) => [-1, 0.5, n! + 1, 1e9],
});
