import fc from 'fast-check';
import { betaBinomial } from '../../../webview/engine/distributions/betaBinomial';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'BetaBinomial',
  family: betaBinomial,
  parameters: fc.tuple(fc.integer({ min: 1, max: 100 }), between(0.3, 30), between(0.3, 30)),
  invalid: [
    [-1, 1, 1],
    [3, 0, 1],
    [3, 1, -1],
    [3, NaN, 1],
    [NaN, 1, 1],
  ],
  outside: ([n]) => [-1, 0.5, n! + 1, 1e9],
  fixed: [0],
});
