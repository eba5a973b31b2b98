import { repeatedDefinition } from '../../../src/language/rules/repeated-definition';
import { describeRule } from '../describeRule';

describeRule(
  repeatedDefinition,
  [
    [
      'param a = 1 param «a» = 2 observed x ~ Normal(a, 1)',
      {
        message: '`a` is defined already, as a parameter; rename one of the two.',
        fixed: null,
        related: ['First defined here.'],
      },
    ],
    [
      'latent z ~ Normal(0, 1) observed «z» ~ Normal(0, 1)',
      {
        message: '`z` is defined already, as a latent variable; rename one of the two.',
        fixed: null,
        related: ['First defined here.'],
      },
    ],
    [
      'network f(a, «a») = a -> dense(1) latent z ~ Normal(0, 1) observed x | z ~ Normal(f(z), 1)',
      { message: 'The network has two arguments called `a`; rename one.', fixed: null, related: ['First here.'] },
    ],
    [
      'latent z[1] ~ Normal(0, 1)\nlatent «z» ~ Normal(0, 1)\nobserved x | z[1] ~ Normal(z[1], 1)',
      {
        message: '`z` is defined already, as a latent variable; rename one of the two.',
        fixed: null,
        related: ['First defined here.'],
      },
    ],
    [
      'latent z[1] ~ Normal(0, 1)\nobserved «z»[2] ~ Normal(0, 1)\nobserved x | z[1] ~ Normal(z[1], 1)',
      {
        message: '`z` is defined already, as a latent variable; rename one of the two.',
        fixed: null,
        related: ['First defined here.'],
      },
    ],
  ],
  [
    'latent z[1] ~ Normal(0, 1)\nlatent z[2] | z[1] ~ Normal(z[1], 1)\nobserved x | z[2] ~ Normal(z[2], 1)',
    'network f(z) = z -> dense(1)\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(f(z), 1)',
  ],
);
