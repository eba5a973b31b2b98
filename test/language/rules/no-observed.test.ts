import { noObserved } from '../../../src/language/rules/no-observed';
import { describeRule } from '../describeRule';

describeRule(
  noObserved,
  [
    [
      '«latent» z ~ Normal(0, 1)',
      {
        message: 'The model has no observed variable; add one, such as `observed x ~ Normal(0, 1)`.',
        fixed: 'observed z ~ Normal(0, 1)',
        fixTitle: 'Make `z` observed',
      },
    ],
    [
      '«param» a = 1',
      { message: 'The model has no observed variable; add one, such as `observed x ~ Normal(0, 1)`.', fixed: null },
    ],
    [
      '«»',
      {
        message: 'This model is empty. Begin with an observed variable, such as `observed x ~ Normal(0, 1)`.',
        severity: 'information',
        fixed: null,
      },
    ],
    [
      'latent z ~ Normal(0, 1) «latent» y | z ~ Normal(z, 1)',
      {
        message: 'The model has no observed variable; add one, such as `observed x ~ Normal(0, 1)`.',
        fixed: 'latent z ~ Normal(0, 1) observed y | z ~ Normal(z, 1)',
        fixTitle: 'Make `y` observed',
      },
    ],
  ],
  ['observed x ~ Normal(0, 1)'],
);
