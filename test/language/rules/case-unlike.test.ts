import { caseUnlike } from '../../../src/language/rules/case-unlike';
import { describeRule } from '../describeRule';

describeRule(
  caseUnlike,
  [
    [
      'latent k ~ Bernoulli(0.5) observed x | k ~ case k { true: Normal(0, 1), false: «Poisson(3)» }',
      {
        message: 'The rows of a `case` must be alike: this is a whole number, and before it was a real number.',
        fixed: null,
        related: ['An earlier row.'],
      },
    ],
    [
      'latent k ~ Bernoulli(0.5) observed x | k ~ case k { true: Categorical(a: 0.5, b: 0.5), false: «Categorical(a: 0.5, c: 0.5)» }',
      {
        message: 'The rows of a `case` must be alike: this is one of a, c, and before it was one of a, b.',
        fixed: null,
        related: ['An earlier row.'],
      },
    ],
  ],
  [
    'latent k ~ Bernoulli(0.5)\nobserved x | k ~ case k { true: Poisson(3), false: Dirac(0) }',
    'latent k ~ Bernoulli(0.5)\nobserved x | k ~ case k { true: Normal(0, 1), false: Gamma(2, 1) }',
  ],
);
