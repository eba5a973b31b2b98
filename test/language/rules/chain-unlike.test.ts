import { chainUnlike } from '../../../src/language/rules/chain-unlike';
import { describeRule } from '../describeRule';

describeRule(
  chainUnlike,
  [
    [
      'latent z[1] ~ Normal(0, 1) latent z[2] ~ «Poisson(2)» observed x | z[1] ~ Normal(z[1], 1)',
      {
        message: 'The elements of `z` must be alike: here it is a whole number, and before a real number.',
        fixed: null,
        related: ['Before, here.'],
      },
    ],
    [
      'latent z[1] ~ Normal(0, 1) latent z[2] ~ «Normal(0, 1)^2» observed x | z[1] ~ Normal(z[1], 1)',
      {
        message:
          'The elements of `z` must be alike: here it is a vector of 2 (real numbers), and before a real number.',
        fixed: null,
        related: ['Before, here.'],
      },
    ],
    [
      'latent z[1] ~ Categorical([0.5, 0.5]) latent z[2] ~ «Categorical([0.2, 0.3, 0.5])» observed x | z[1] ~ Normal(z[1], 1)',
      {
        message: 'The elements of `z` must be alike: here it is one of 3 categories, and before one of 2 categories.',
        fixed: null,
        related: ['Before, here.'],
      },
    ],
    [
      'latent z[1] ~ Bernoulli(0.5) latent z[2] ~ «Categorical([0.5, 0.5])» observed x | z[1] ~ Normal(z[1], 1)',
      {
        message: 'The elements of `z` must be alike: here it is one of 2 categories, and before true or false.',
        fixed: null,
        related: ['Before, here.'],
      },
    ],
  ],
  ['latent z[1] ~ Dirac(0)\nlatent z[2] | z[1] ~ Poisson(softplus(z[1]))\nobserved x | z[2] ~ Normal(z[2], 1)'],
);
