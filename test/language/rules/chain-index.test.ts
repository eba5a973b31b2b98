import { chainIndex } from '../../../src/language/rules/chain-index';
import { describeRule } from '../describeRule';

describeRule(
  chainIndex,
  [
    [
      'latent z[t] ~ Normal(0, 1) for t in 1..3 observed x | «z» ~ Normal(z, 1)',
      { message: '`z` is a chain; say which of its elements, from `z[1]` to `z[3]`.', fixed: null },
    ],
    [
      'latent z[t] ~ Normal(0, 1) for t in 1..3 let m = sum(«z») observed x ~ Normal(m, 1)',
      { message: '`z` is a chain; say which of its elements, from `z[1]` to `z[3]`.', fixed: null },
    ],
    [
      'latent z[t] ~ Normal(0, 1) for t in 1..3 latent k ~ Categorical([0.2, 0.3, 0.5]) observed x | k ~ Normal(z[«k»], 1)',
      { message: 'The index of a chain is made of whole numbers with `+`, `-` and `*`.', fixed: null },
    ],
    [
      'latent z[t] ~ Normal(0, 1) for t in 1..3 observed x[t] | z[«t / 2»] ~ Normal(0, 1) for t in 1..3',
      { message: 'The index of a chain is made of whole numbers and `t` with `+`, `-` and `*`.', fixed: null },
    ],
    // What the index needs is in a circle with the chain, and has no value for that.
    ...[
      'latent z[t] | z[t-«x»] ~ Normal(z[t-1], 0.3) for t in 2..4  observed x | z[4] ~ Normal([x[3], z[4]], 0.1)',
      'latent z[t] | z[t-«z[1]»] ~ Normal(z[t-1], 0.3) for t in 2..4  observed x | z[4] ~ Normal(z[4], 0.1)',
      'let k = z[2]  latent z[t] | z[t-«k»] ~ Normal(0, 0.3) for t in 2..4  observed x | z[4] ~ Normal(z[4], 0.1)',
    ].map(
      (text) =>
        [
          `latent z[1] ~ Normal(0, 1)  ${text.replace('t-«', '«t-')}`,
          { message: 'The index of a chain is made of whole numbers and `t` with `+`, `-` and `*`.', fixed: null },
        ] as const,
    ),
  ],
  ['latent z[t] ~ Normal(0, 1) for t in 1..5\nobserved x[t] | z[2*t - 1] ~ Normal(z[2*t - 1], 1) for t in 1..3'],
);
