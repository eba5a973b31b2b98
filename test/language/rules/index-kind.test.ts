import { indexKind } from '../../../src/language/rules/index-kind';
import { describeRule } from '../describeRule';

describeRule(
  indexKind,
  [
    [
      'latent z ~ Normal(0, 1) param m = [1, 2] observed x | z ~ Normal(m[«z»], 1)',
      { message: '`z` is not a whole number, so it cannot pick an element of `m`.', fixed: null },
    ],
    [
      'latent z ~ Bernoulli(0.5) param m = [1, 2] observed x | z ~ Normal(m[«z»], 1)',
      { message: '`z` is true or false, which is no index; write `case z { true: …, false: … }`.', fixed: null },
    ],
    [
      'latent z ~ Normal(0, 1) observed x | z ~ Normal(z«[1]», 1)',
      {
        message: '`z` is a single variable, no vector or chain: it has no elements.',
        fixed: 'latent z ~ Normal(0, 1) observed x | z ~ Normal(z, 1)',
        fixTitle: 'Remove the index',
      },
    ],
    [
      'param m = 2 observed x ~ Normal(m«[1]», 1)',
      {
        message: '`m` is a number, no vector: it has no elements.',
        fixed: 'param m = 2 observed x ~ Normal(m, 1)',
        fixTitle: 'Remove the index',
      },
    ],
    [
      'param m = [1, 2] observed x ~ Normal(m[«[1, 2]»], 1)',
      { message: 'An index is one whole number or category, and this is a vector of 2.', fixed: null },
    ],
    [
      'param m = [1, 2] observed x ~ Normal(m[«1.5»], 1)',
      { message: '`1.5` is not a whole number, so it cannot pick an element of `m`.', fixed: null },
    ],
  ],
  [
    'param m = [1, 2]\nobserved x ~ Normal(m[1], 1)',
    'latent k ~ DiscreteUniform(1, 2)\nparam m = [1, 2, 3]\nobserved x | k ~ Normal(m[k + 1], 1)',
    'latent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal(z[1] + z[2], 1)',
  ],
);
