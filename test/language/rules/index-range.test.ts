import { indexRange } from '../../../src/language/rules/index-range';
import { describeRule } from '../describeRule';

describeRule(
  indexRange,
  [
    [
      'param m = [1, 2] observed x ~ Normal(m[«3»], 1)',
      { message: '3 is out of range: `m` has 2 elements, counted from 1.', fixed: null },
    ],
    [
      'param m = [1, 2] observed x ~ Normal(m[«0»], 1)',
      { message: '0 is out of range: `m` has 2 elements, counted from 1.', fixed: null },
    ],
    [
      'param m = [1, 2] observed x[t] ~ Normal(m[«t»], 1) for t in 1..3',
      { message: '`t` can be 3: `m` has 2 elements, counted from 1.', fixed: null },
    ],
    [
      'param m = [1, 2] latent k ~ Poisson(3) observed x | k ~ Normal(m[«k»], 1)',
      { message: '`k` can be any whole number: `m` has 2 elements, counted from 1.', severity: 'warning', fixed: null },
    ],
    [
      'param m = [1, 2] latent k ~ DiscreteUniform(1, 3) observed x | k ~ Normal(m[«k»], 1)',
      { message: '`k` can be 3: `m` has 2 elements, counted from 1.', severity: 'warning', fixed: null },
    ],
    [
      'param m = [1, 2] latent k ~ Categorical([0.5, 0.5]) observed x | k ~ Normal(m[«k + 1»], 1)',
      { message: '`k + 1` can be 3: `m` has 2 elements, counted from 1.', severity: 'warning', fixed: null },
    ],
  ],
  [
    'param m = [1, 2, 3]\nobserved x[t] ~ Normal(m[t], 1) for t in 1..3',
    'latent k ~ Binomial(2, 0.5)\nparam m = [1, 2, 3]\nobserved x | k ~ Normal(m[k + 1], 1)',
  ],
);
