import { unknownOption } from '../../../src/language/rules/unknown-option';
import { describeRule } from '../describeRule';

describeRule(
  unknownOption,
  [
    [
      'observed x ~ Normal(0, 1) fit em(«step» = 3)',
      {
        message: '`fit` has no option `step`. Did you mean `steps`?',
        fixed: 'observed x ~ Normal(0, 1) fit em(steps = 3)',
        fixTitle: 'Change to `steps`',
      },
    ],
    [
      'observed x ~ Normal(0, 1) fit em(«foo» = 3)',
      {
        message: '`fit` has no option `foo`. Choose from steps, rate, batch, samples, restarts and seed.',
        fixed: null,
      },
    ],
  ],
  ['observed x ~ Normal(0, 1)\nfit iwae(steps = 10, rate = 0.1, batch = 5, samples = 3, restarts = 1, seed = 0)'],
);
