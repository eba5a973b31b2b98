import { repeatedLabel } from '../../../src/language/rules/repeated-label';
import { describeRule } from '../describeRule';

describeRule(
  repeatedLabel,
  [
    [
      'observed x ~ Categorical(a: 0.5, «a»: 0.5)',
      { message: 'There are two categories `a`; rename one.', fixed: null, related: ['First here.'] },
    ],
    [
      'observed x ~ Categorical(a: 0.5, «0.5»)',
      { message: 'Give every category a name, or none of them.', fixed: null },
    ],
  ],
  ['observed x ~ Categorical(a: 0.5, b: 0.5)'],
);
