import { paramDomain } from '../../../src/language/rules/param-domain';
import { describeRule } from '../describeRule';

describeRule(
  paramDomain,
  [
    [
      'param s: positive = «-1» observed x ~ Normal(0, s)',
      { message: '`s` must be above 0, and this is -1.', fixed: null },
    ],
    [
      'param s: positive = [1, «0»] observed x ~ Normal(0, s)',
      { message: '`s` must be above 0, and this is 0.', fixed: null },
    ],
    [
      'param p: unit = «1.5» observed x ~ Bernoulli(p)',
      { message: '`p` must be between 0 and 1, and this is 1.5.', fixed: null },
    ],
    [
      'param w: simplex = «0.5» observed x ~ Normal(w, 1)',
      { message: 'A `simplex` parameter is a vector, or a matrix of such rows, and this is a number.', fixed: null },
    ],
    [
      'param m: ordered = [1, «1»] observed x ~ Normal(m, 1)',
      { message: '`m` must be in rising order, above 1 here, and this is 1.', fixed: null },
    ],
    [
      'param m: ordered = «1» observed x ~ Normal(m, 1)',
      { message: 'An `ordered` parameter is a vector, and this is a number.', fixed: null },
    ],
    [
      'param m: interval(0, 1) = «2» observed x ~ Normal(m, 1)',
      { message: '`m` must be between 0 and 1, and this is 2.', fixed: null },
    ],
    [
      'param m: interval(«1, 0») = 0.5 observed x ~ Normal(m, 1)',
      { message: 'The lower end of an interval must be below the upper one, and this is 1 against 0.', fixed: null },
    ],
    [
      'param S: covariance = «[1, 2]» observed x ~ Normal(S, 1)',
      { message: 'A `covariance` parameter is a square matrix, and this is a vector of 2.', fixed: null },
    ],
    [
      'param S: covariance = [[1, 0.1], [«0.2», 1]] observed x ~ MultivariateNormal([0, 0], S)',
      { message: '`S` must be symmetric, and this is 0.2 where its mirror image is 0.1.', fixed: null },
    ],
    [
      'param S: covariance = «[[1, 2], [2, 1]]» observed x ~ MultivariateNormal([0, 0], S)',
      {
        message: '`S` must be positive definite, and is not: some mixture of the coordinates would have no spread.',
        fixed: null,
      },
    ],
    [
      'param w: simplex = [«1.5», 0.5] observed x ~ Categorical(w)',
      { message: '`w` must be between 0 and 1, and this is 1.5.', fixed: null },
    ],
  ],
  [
    'param a: ordered = [1, 2]\nparam b: unit = [0, 1]\nparam c: interval(-1, 1) = 1\nobserved x ~ Normal(a, 1)\nobserved y ~ Bernoulli(b)\nobserved z ~ Normal(c, 1)',
  ],
);
