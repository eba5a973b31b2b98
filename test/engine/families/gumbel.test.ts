import fc from 'fast-check';
import { gumbel } from '../../../src/engine/families/gumbel';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'Gumbel',
  family: gumbel,
  parameters: fc.tuple(between(-5, 5), between(0.1, 10)),
  invalid: [
    [0, 0],
    [0, -1],
    [0, NaN],
    [NaN, 1],
  ],
  outside: () => [],
});
