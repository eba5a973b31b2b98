import { unknownDistribution } from '../../../src/language/rules/unknown-distribution';
import { describeRule } from '../describeRule';

describeRule(
  unknownDistribution,
  [
    [
      'latent z ~ «Normla»(0, 1) observed x | z ~ Normal(z, 1)',
      {
        message: 'There is no distribution `Normla`. Did you mean `Normal`?',
        fixed: 'latent z ~ Normal(0, 1) observed x | z ~ Normal(z, 1)',
        fixTitle: 'Change to `Normal`',
      },
    ],
    [
      'observed x ~ «Foo»(1)',
      { message: 'There is no distribution `Foo`. The language reference lists them all.', fixed: null },
    ],
    [
      'observed x ~ «Norm»',
      {
        message: 'There is no distribution `Norm`. Did you mean `Normal`?',
        fixed: 'observed x ~ Normal',
        fixTitle: 'Change to `Normal`',
      },
    ],
    [
      'latent k ~ Bernoulli(0.5) observed x | k ~ case k { true: «Norml»(0, 1), false: Normal(0, 2) }',
      {
        message: 'There is no distribution `Norml`. Did you mean `Normal`?',
        fixed: 'latent k ~ Bernoulli(0.5) observed x | k ~ case k { true: Normal(0, 1), false: Normal(0, 2) }',
        fixTitle: 'Change to `Normal`',
      },
    ],
    [
      'observed x ~ «Norml»(0, 1)^3',
      {
        message: 'There is no distribution `Norml`. Did you mean `Normal`?',
        fixed: 'observed x ~ Normal(0, 1)^3',
        fixTitle: 'Change to `Normal`',
      },
    ],
  ],
  ['observed x ~ Normal(0, 1)^2'],
);
