import { repeatedArgument } from '../../../src/language/rules/repeated-argument';
import { describeRule } from '../describeRule';

describeRule(
  repeatedArgument,
  [
    [
      'observed x ~ Normal(0, «mean»: 1, sd: 1)',
      { message: '`Normal` has two values for `mean`; keep one of them.', fixed: null, related: ['First here.'] },
    ],
    [
      'observed x ~ Normal(mean: 0, «mean»: 1, sd: 1)',
      { message: '`Normal` has two values for `mean`; keep one of them.', fixed: null, related: ['First here.'] },
    ],
    [
      'observed x ~ Normal(0, 1) fit em(steps = 1, «steps» = 2)',
      { message: '`steps` is given twice; keep one of them.', fixed: null, related: ['First here.'] },
    ],
  ],
  ['observed x ~ Normal(0, sd: 1)'],
);
