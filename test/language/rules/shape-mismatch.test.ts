import { shapeMismatch } from '../../../src/language/rules/shape-mismatch';
import { describeRule } from '../describeRule';

describeRule(
  shapeMismatch,
  [
    [
      'latent k ~ Categorical(a: 0.5, b: 0.5) network f(k) = case k { a: 1, b: 2 } observed x | k ~ Normal(f(k) + f(«1»), 1)',
      {
        message: '`k` of `f` is one of 2 categories in its first call, and here a whole number.',
        fixed: null,
        related: ['In its first call.'],
      },
    ],
    [
      'latent n ~ Poisson(2) network f(n) = n * 2 observed x | n ~ Normal(f(n) + f(«0.5»), 1)',
      {
        message: '`n` of `f` is a whole number in its first call, and here a number.',
        fixed: null,
        related: ['In its first call.'],
      },
    ],
    [
      'observed x ~ Normal([1, 2] «+» [1, 2, 3], 1)',
      { message: 'The two sides of `+` have unlike shapes: a vector of 2 and a vector of 3.', fixed: null },
    ],
    [
      'observed x ~ Normal([1, 2], «[1, 2, 3]»)',
      {
        message: 'The mean of `Normal` is a vector of 2 and its sd a vector of 3; they must fit together.',
        fixed: null,
      },
    ],
    [
      'param a = [1, «[2, 3]»] observed x ~ Normal(a, 1)',
      {
        message: 'The items of a vector must be alike: this is a vector of 2, and the first is a number.',
        fixed: null,
      },
    ],
    [
      'observed x ~ MultivariateNormal([0, 0], «[[1, 0, 0], [0, 1, 0], [0, 0, 1]]»)',
      {
        message:
          'The mean of `MultivariateNormal` is a vector of 2 and its covariance a 3 by 3 matrix; they must fit together.',
        fixed: null,
      },
    ],
    [
      'observed x ~ MultivariateNormal(«0», [[1, 0], [0, 1]])',
      { message: 'The mean of `MultivariateNormal` must be a vector, and this is a number.', fixed: null },
    ],
    [
      'observed x ~ Categorical(«0.5»)',
      { message: 'The probabilities of `Categorical` must be a vector, and this is a number.', fixed: null },
    ],
    [
      'observed x ~ MultivariateNormal([0, 0], «[[1, 0, 0], [0, 1, 0]]»)',
      { message: 'The covariance of `MultivariateNormal` must be square, and this is a 2 by 3 matrix.', fixed: null },
    ],
    [
      'latent z ~ Normal(0, 1)^2 latent w ~ Normal(0, 1)^3 network f(z) = z -> dense(1) observed x | z, w ~ Normal(f(z) + f(«w»), 1)',
      {
        message: '`z` of `f` is a vector of 2 in its first call, and here a vector of 3.',
        fixed: null,
        related: ['In its first call.'],
      },
    ],
    [
      'network line(a) = a -> dense(2) latent v ~ Normal(0, 1)^3 observed x | v ~ Normal(line(«line(v)»), 1)',
      {
        message: '`a` of `line` is a vector of 3 in another call, and here a vector of 2.',
        fixed: null,
        related: ['In another call.'],
      },
    ],
    [
      'network f(a) = a -> dense(2) observed x | w ~ Normal(f(«w»), 1) latent w | z ~ Normal(f(z), 1) latent z ~ Normal(0, 1)^3',
      {
        message: '`a` of `f` is a vector of 3 in another call, and here a vector of 2.',
        fixed: null,
        related: ['In another call.'],
      },
    ],
    [
      'network f(a) = a -> dense(2) network g(b) = b -> dense(3) latent z ~ Normal(0, 1)^2 observed x | z ~ Normal(f(«g(f(z))»), 1)',
      {
        message: '`a` of `f` is a vector of 2 in another call, and here a vector of 3.',
        fixed: null,
        related: ['In another call.'],
      },
    ],
    [
      'observed x ~ Normal(dot(«[1, 2], [1, 2, 3]»), 1)',
      {
        message: '`dot(v, w)` takes two vectors of one length, and this is a vector of 2 and a vector of 3.',
        fixed: null,
      },
    ],
    [
      'observed x ~ Normal(sum(«3»), 1)',
      { message: '`sum(v)` takes one vector or matrix, and this is a number.', fixed: null },
    ],
    [
      'network f(z) = «z» -> dense(1) param A = [[1, 2], [3, 4]] observed x ~ Normal(f(A), 1)',
      { message: 'A layer takes a number or a vector, and this is a 2 by 2 matrix.', fixed: null },
    ],
    [
      'latent k ~ Bernoulli(0.5) observed x | k ~ Normal(case k { true: [1, 2], false: «3» }, 1)',
      { message: 'The rows of a `case` must be alike: this is a number, and the first is a vector of 2.', fixed: null },
    ],
    [
      'observed x ~ Categorical(a: «[1, 2]», b: 0.5)',
      { message: 'The probability of `a` must be a number, and this is a vector of 2.', fixed: null },
    ],
  ],
  [
    'observed x ~ Normal([1, 2], 1)',
    'observed x ~ Normal(2 * [1, 2] + [3, 4], [1, 1])',
    'observed x ~ Normal(concat(1, [2, 3]), [1, 1, 2])',
    'param W = [[1, 2], [3, 4]]\nlatent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal(matmul(W, z), 1)',
    'network f(z) = z -> dense(1)\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(f(1) + f(z), 1)',
    'network line(a) = a -> dense(2)\nlatent v ~ Normal(0, 1)^3\nobserved x | v ~ Normal(line(concat(line(v), 1))[2], 1)',
    'network f(a) = a -> dense(3)\nlatent v ~ Normal(0, 1)^3\nobserved x | v ~ Normal(f(f(f(v))), 1)',
    'network f(a) = a -> dense(3)\nnetwork g(b) = b -> dense(2)\nlatent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal(g(f(g(f(z)))), 1)',
  ],
);
