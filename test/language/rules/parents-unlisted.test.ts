import { parentsUnlisted } from '../../../src/language/rules/parents-unlisted';
import { describeRule } from '../describeRule';

describeRule(
  parentsUnlisted,
  [
    [
      'latent z ~ Normal(0, 1) observed x ~ Normal(«z», 1)',
      {
        message: '`z` is used here but is not among the parents of `x`.',
        fixed: 'latent z ~ Normal(0, 1) observed x | z ~ Normal(z, 1)',
        fixTitle: 'Add `z` to the parents',
      },
    ],
    [
      'latent z ~ Normal(0, 1) latent y ~ Normal(0, 1) observed x | y ~ Normal(y + «z» + z, 1)',
      {
        message: '`z` is used here but is not among the parents of `x`.',
        fixed: 'latent z ~ Normal(0, 1) latent y ~ Normal(0, 1) observed x | y, z ~ Normal(y + z + z, 1)',
        fixTitle: 'Add `z` to the parents',
      },
    ],
    [
      'latent z[25] ~ Normal(0, 1) latent z[1] ~ Normal(0, 1) latent z[t] | z[t+1] ~ Normal(«z[t-1]» + z[t+1], 1) for t in 2..24 observed x | z[1] ~ Normal(z[1], 1)',
      {
        message: '`z[t-1]` is used here but is not among the parents of `z`.',
        fixed:
          'latent z[25] ~ Normal(0, 1) latent z[1] ~ Normal(0, 1) latent z[t] | z[t+1], z[t-1] ~ Normal(z[t-1] + z[t+1], 1) for t in 2..24 observed x | z[1] ~ Normal(z[1], 1)',
      },
    ],
    [
      'latent z ~ Normal(0, 1) let m = 2 * z observed x ~ Normal(«m», 1)',
      {
        message: '`z` is used here through `m` but is not among the parents of `x`.',
        fixed: 'latent z ~ Normal(0, 1) let m = 2 * z observed x | z ~ Normal(m, 1)',
        fixTitle: 'Add `z` to the parents',
      },
    ],
    [
      'latent z[1] ~ Normal(0, 1) latent z[t] | z[t] ~ Normal(«z[t-1]», 1) for t in 2..5 observed x | z[5] ~ Normal(z[5], 1)',
      {
        message: '`z[t-1]` is used here, but the parents name `z[t]`.',
        fixed:
          'latent z[1] ~ Normal(0, 1) latent z[t] | z[t-1] ~ Normal(z[t-1], 1) for t in 2..5 observed x | z[5] ~ Normal(z[5], 1)',
        fixTitle: 'Change the parent to `z[t-1]`',
        related: ['The parent.'],
      },
    ],
    [
      'latent z[t] ~ Normal(0, 1) for t in 1..5 observed x[t] ~ Normal(«z[t]», 1) for t in 1..5',
      {
        message: '`z[t]` is used here but is not among the parents of `x`.',
        fixed: 'latent z[t] ~ Normal(0, 1) for t in 1..5 observed x[t] | z[t] ~ Normal(z[t], 1) for t in 1..5',
        fixTitle: 'Add `z[t]` to the parents',
      },
    ],
    [
      'latent z ~ Normal(0, 1) network f(z) = z -> dense(1) observed x ~ Normal(f(«z»), 1)',
      {
        message: '`z` is used here but is not among the parents of `x`.',
        fixed: 'latent z ~ Normal(0, 1) network f(z) = z -> dense(1) observed x | z ~ Normal(f(z), 1)',
        fixTitle: 'Add `z` to the parents',
      },
    ],
  ],
  [
    'latent z[1] ~ Normal(0, 1)\nlatent z[t] | z[t - 1] ~ Normal(z[-1 + t], 1) for t in 2..5\nobserved x | z[5] ~ Normal(z[5], 1)',
    'observed x ~ Normal(0, 1)\nobserved y | x ~ Normal(x, 1)',
  ],
);
