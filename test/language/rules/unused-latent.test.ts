import { unusedLatent } from '../../../src/language/rules/unused-latent';
import { describeRule } from '../describeRule';

describeRule(
  unusedLatent,
  [
    [
      'latent «z» ~ Normal(0, 1) observed x ~ Normal(0, 1)',
      {
        message: 'Nothing depends on `z`; use it in another variable, or take it out.',
        severity: 'warning',
        fixed: null,
      },
    ],
    [
      'latent «z»[1] ~ Normal(0, 1) latent z[t] | z[t-1] ~ Normal(z[t-1], 1) for t in 2..4 observed x ~ Normal(0, 1)',
      {
        message: 'Nothing depends on `z`; use it in another variable, or take it out.',
        severity: 'warning',
        fixed: null,
      },
    ],
  ],
  ['latent z ~ Normal(0, 1)\nlet m = z\nobserved x | z ~ Normal(m, 1)'],
);
