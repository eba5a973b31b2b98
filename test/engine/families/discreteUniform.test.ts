import fc from 'fast-check';
import { discreteUniform } from '../../../src/engine/families/discreteUniform';
import { testUnivariate } from './harness';

testUnivariate({
  name: 'DiscreteUniform',
  family: discreteUniform,
  parameters: fc.tuple(fc.integer({ min: -20, max: 20 }), fc.nat(30)).map(([low, width]) => [low, low + width]),
  invalid: [
    [1, 0],
    [NaN, 1],
    [0, NaN],
  ],
  outside: ([low, high]) => [low! - 1, low! + 0.5, high! + 1, 1e9],
});
