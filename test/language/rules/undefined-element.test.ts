import { undefinedElement } from '../../../src/language/rules/undefined-element';
import { describeRule } from '../describeRule';

describeRule(
  undefinedElement,
  [
    [
      'latent z[t] | «z[t-1]» ~ Normal(z[t-1], 1) for t in 1..3 observed x | z[1] ~ Normal(z[1], 1)',
      { message: 'With `t = 1`, `z[t-1]` is `z[0]`, which is not defined: `z` goes from 1 to 3.', fixed: null },
    ],
    [
      'latent z[t] ~ Normal(0, 1) for t in 1..3 observed x | «z[4]» ~ Normal(z[4], 1)',
      { message: '`z[4]` is not defined: `z` goes from 1 to 3.', fixed: null },
    ],
    [
      'latent z[t] ~ Normal(0, 1) for t in 1..3 let m = «z[4]» observed x | «z[4]» ~ Normal(m, 1)',
      { message: '`z[4]` is not defined: `z` goes from 1 to 3.', fixed: null },
      { message: '`z[4]` is not defined: `z` goes from 1 to 3.', fixed: null },
    ],
    [
      'latent z[t] ~ Normal(0, 1) for t in 1..3 observed x[t] | «z[t]» ~ Normal(z[t], 1) for t in 1..5',
      { message: 'With `t = 5`, `z[t]` is `z[5]`, which is not defined: `z` goes from 1 to 3.', fixed: null },
    ],
  ],
  ['latent z[t] ~ Normal(0, 1) for t in 2..4\nobserved x[t] | z[t+1] ~ Normal(z[t+1], 1) for t in 1..3'],
);
