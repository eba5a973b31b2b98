import { repeatedStatement } from '../../../src/language/rules/repeated-statement';
import { describeRule } from '../describeRule';

describeRule(
  repeatedStatement,
  [
    [
      'model "a" «model» "b" observed x ~ Normal(0, 1)',
      { message: 'There is `model` already; keep one of the two.', fixed: null, related: ['First here.'] },
    ],
    [
      'observed x ~ Normal(0, 1) fit em «fit» em',
      { message: 'There is `fit` already; keep one of the two.', fixed: null, related: ['First here.'] },
    ],
    [
      'observed x ~ Normal(0, 1) data x = [1] «data» x = [2]',
      { message: 'There is `data x` already; keep one of the two.', fixed: null, related: ['First here.'] },
    ],
    [
      'observed x ~ Normal(0, 1) view x in [0, 1] «view» x in [0, 2]',
      { message: 'There is `view x` already; keep one of the two.', fixed: null, related: ['First here.'] },
    ],
  ],
  ['observed x ~ Normal(0, 1)^2\nview x[1] in [0, 1]\nview x[2] in [0, 2]'],
);
