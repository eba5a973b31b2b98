import fc from 'fast-check';
import { categorical } from '../../../src/engine/families/categorical';
import { between, testUnivariate } from './harness';

testUnivariate({
  name: 'Categorical',
  family: categorical,
  parameters: fc.array(between(0.1, 1), { minLength: 1, maxLength: 8 }).map((weights) => {
    const total = weights.reduce((sum, w) => sum + w, 0);
    return weights.map((w) => w / total);
  }),
  invalid: [],
  outside: (probabilities) => [-1, 0, 0.5, 1.5, probabilities.length + 1, 1e9],
});
