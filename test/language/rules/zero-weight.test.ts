import { zeroWeight } from '../../../src/language/rules/zero-weight';
import { describeRule } from '../describeRule';

describeRule(
  zeroWeight,
  [
    [
      'observed x ~ Categorical([0.5, 0.5, «0»])',
      {
        message: 'Category 3 has probability 0: it never comes up, and no learning can change that.',
        severity: 'warning',
        fixed: null,
      },
    ],
    [
      'observed x ~ Categorical(a: 1, b: «0»)',
      {
        message: 'Category `b` has probability 0: it never comes up, and no learning can change that.',
        severity: 'warning',
        fixed: null,
      },
    ],
    [
      'param w: simplex = [1, «0»] observed x ~ Categorical(w)',
      {
        message: 'Category 2 has probability 0: it never comes up, and no learning can change that.',
        severity: 'warning',
        fixed: null,
      },
    ],
  ],
  ['param A: simplex = [[1, 0], [0.5, 0.5]]\nlatent k ~ Categorical([0.5, 0.5])\nobserved x | k ~ Categorical(A[k])'],
);
