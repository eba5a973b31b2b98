import { parentsUnused } from '../../../src/language/rules/parents-unused';
import { describeRule } from '../describeRule';

describeRule(
  parentsUnused,
  [
    [
      'latent z ~ Normal(0, 1) observed x | «z» ~ Normal(0, 1)',
      {
        message: '`z` is a parent of `x`, but the right-hand side does not use it.',
        severity: 'warning',
        fixed: 'latent z ~ Normal(0, 1) observed x ~ Normal(0, 1)',
        fixTitle: 'Remove `z` from the parents',
      },
    ],
    [
      'latent z ~ Normal(0, 1) latent y ~ Normal(0, 1) observed x | y, «z» ~ Normal(y, 1)',
      {
        message: '`z` is a parent of `x`, but the right-hand side does not use it.',
        severity: 'warning',
        fixed: 'latent z ~ Normal(0, 1) latent y ~ Normal(0, 1) observed x | y ~ Normal(y, 1)',
        fixTitle: 'Remove `z` from the parents',
      },
    ],
    [
      'latent z ~ Normal(0, 1) latent y ~ Normal(0, 1) observed x | «z», y ~ Normal(y, 1)',
      {
        message: '`z` is a parent of `x`, but the right-hand side does not use it.',
        severity: 'warning',
        fixed: 'latent z ~ Normal(0, 1) latent y ~ Normal(0, 1) observed x | y ~ Normal(y, 1)',
        fixTitle: 'Remove `z` from the parents',
      },
    ],
    [
      'latent z ~ Normal(0, 1) observed x | z, «z» ~ Normal(z, 1)',
      {
        message: '`z` is listed twice among the parents.',
        severity: 'warning',
        fixed: 'latent z ~ Normal(0, 1) observed x | z ~ Normal(z, 1)',
        fixTitle: 'Remove the second `z`',
      },
    ],
  ],
  ['latent z ~ Normal(0, 1)\nlet m = z\nobserved x | z ~ Normal(m, 1)'],
);
