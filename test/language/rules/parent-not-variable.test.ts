import { parentNotVariable } from '../../../src/language/rules/parent-not-variable';
import { describeRule } from '../describeRule';

describeRule(
  parentNotVariable,
  [
    [
      'param a = 1 observed x | «a» ~ Normal(a, 1)',
      {
        message: '`a` is a parameter, and parents are random variables; take it out of the list.',
        fixed: 'param a = 1 observed x ~ Normal(a, 1)',
        fixTitle: 'Remove `a` from the parents',
      },
    ],
    [
      'latent z ~ Normal(0, 1) let m = z observed x | «m» ~ Normal(m, 1)',
      {
        message: '`m` is a let, and parents are random variables; list the random variables that it uses.',
        fixed: 'latent z ~ Normal(0, 1) let m = z observed x ~ Normal(m, 1)',
        fixTitle: 'Remove `m` from the parents',
      },
    ],
    [
      'latent z ~ Normal(0, 1)^2 observed x | «z[1]» ~ Normal(z[1], 1)',
      {
        message: '`z` is a parent as a whole, not by its elements; write `z`.',
        fixed: 'latent z ~ Normal(0, 1)^2 observed x | z ~ Normal(z[1], 1)',
        fixTitle: 'Change to `z`',
      },
    ],
  ],
  ['latent z[1] ~ Normal(0, 1)\nobserved x | z[1] ~ Normal(z[1], 1)'],
);
