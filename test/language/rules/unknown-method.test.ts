import { unknownMethod } from '../../../src/language/rules/unknown-method';
import { describeRule } from '../describeRule';

describeRule(
  unknownMethod,
  [
    [
      'observed x ~ Normal(0, 1) fit «gradiant»(steps = 3)',
      {
        message: 'There is no way of fitting `gradiant`. Did you mean `gradient`?',
        fixed: 'observed x ~ Normal(0, 1) fit gradient(steps = 3)',
        fixTitle: 'Change to `gradient`',
      },
    ],
    [
      'observed x ~ Normal(0, 1) fit «foo»',
      { message: 'There is no way of fitting `foo`. Choose from em, gradient, elbo and iwae.', fixed: null },
    ],
  ],
  ['observed x ~ Normal(0, 1)\nfit elbo'],
);
