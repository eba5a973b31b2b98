import { chainGap } from '../../../src/language/rules/chain-gap';
import { describeRule } from '../describeRule';

describeRule(
  chainGap,
  [
    [
      'latent z[1] ~ Normal(0, 1) latent «z[t]» | z[1] ~ Normal(z[1], 1) for t in 4..6 observed x | z[5] ~ Normal(z[5], 1)',
      { message: '`z[2]` to `z[3]` have no definition; a chain runs without gaps.', fixed: null },
    ],
    [
      'latent z[1] ~ Normal(0, 1) latent «z[t]» ~ Normal(0, 1) for t in 1..3 observed x | z[1] ~ Normal(z[1], 1)',
      {
        message: '`z[1]` is defined twice; let every index have one definition.',
        fixed: null,
        related: ['`z[1]` is defined here too.'],
      },
    ],
    [
      'latent z[1] ~ Normal(0, 1) latent «z[1]» ~ Normal(0, 1) observed x | z[1] ~ Normal(z[1], 1)',
      {
        message: '`z[1]` is defined twice; let every index have one definition.',
        fixed: null,
        related: ['`z[1]` is defined here too.'],
      },
    ],
    [
      'latent z[1] ~ Normal(0, 1) latent «z[3]» ~ Normal(0, 1) observed x | z[1] ~ Normal(z[1], 1)',
      { message: '`z[2]` has no definition; a chain runs without gaps.', fixed: null },
    ],
  ],
  [
    'latent z[t] ~ Normal(0, 1) for t in 4..6\nlatent z[t] ~ Normal(0, 2) for t in 1..3\nobserved x | z[5] ~ Normal(z[5], 1)',
  ],
);
