import { tableLength } from '../../../src/language/rules/table-length';
import { describeRule } from '../describeRule';

describeRule(
  tableLength,
  [
    [
      'param m = [1, 2] latent k ~ Categorical([0.2, 0.3, 0.5]) observed x | k ~ Normal(«m[k]», 1)',
      {
        message: '`m` has 2 rows and `k` has 3 categories; the table needs one row for each.',
        fixed: null,
        related: ['`m` is defined here.'],
      },
    ],
    [
      'latent k ~ Categorical(a: 0.5, b: 0.5) observed x | k ~ Normal(«[1, 2, 3][k]», 1)',
      { message: '`[1, 2, 3]` has 3 rows and `k` has 2 categories; the table needs one row for each.', fixed: null },
    ],
  ],
  ['param m = [[1, 2], [3, 4], [5, 6]]\nlatent k ~ Categorical([0.2, 0.3, 0.5])\nobserved x | k ~ Normal(m[k], 1)'],
);
