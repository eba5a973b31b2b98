import { unknownFunction } from '../../../src/language/rules/unknown-function';
import { describeRule } from '../describeRule';

describeRule(
  unknownFunction,
  [
    [
      'observed x ~ Normal(«expp»(1), 1)',
      {
        message: 'There is no function or network `expp`. Did you mean `exp`?',
        fixed: 'observed x ~ Normal(exp(1), 1)',
        fixTitle: 'Change to `exp`',
      },
    ],
    [
      'network decode(z) = z -> dense(1)\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(«decoed»(z), 1)',
      {
        message: 'There is no function or network `decoed`. Did you mean `decode`?',
        fixed: 'network decode(z) = z -> dense(1)\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(decode(z), 1)',
        fixTitle: 'Change to `decode`',
      },
    ],
    ['observed x ~ Normal(«foo»(1), 1)', { message: 'There is no function or network `foo`.', fixed: null }],
  ],
  ['observed x ~ Normal(exp(1), 1)'],
);
