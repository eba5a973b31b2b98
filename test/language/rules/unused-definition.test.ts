import { unusedDefinition } from '../../../src/language/rules/unused-definition';
import { describeRule } from '../describeRule';

describeRule(
  unusedDefinition,
  [
    [
      'param «a» = 1 observed x ~ Normal(0, 1)',
      { message: 'Nothing uses `a`, a parameter.', severity: 'hint', fixed: null },
    ],
    ['let «a» = 1 observed x ~ Normal(0, 1)', { message: 'Nothing uses `a`, a let.', severity: 'hint', fixed: null }],
    [
      'network «f»(z) = z -> dense(1) observed x ~ Normal(0, 1)',
      { message: 'Nothing uses `f`, a network.', severity: 'hint', fixed: null },
    ],
  ],
  ['param a = 1\nparam b: interval(0, a) = 0.5\nobserved x ~ Normal(b, 1)'],
);
