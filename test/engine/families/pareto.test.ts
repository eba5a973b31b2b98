import fc from 'fast-check';
import { pareto } from '../../../src/engine/families/pareto';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'Pareto',
  family: pareto,
  parameters: fc.tuple(between(0.3, 12), between(0.1, 10)),
  invalid: [
    [0, 1],
    [-1, 1],
    [1, 0],
    [1, NaN],
    [NaN, 1],
  ],
  outside: ([, scale]) => [-50, 0, 0.5 * scale!, 0.9999 * scale!],
  ends: ([, scale]) => [scale!],
});
