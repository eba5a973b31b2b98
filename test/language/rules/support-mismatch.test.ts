import { supportMismatch } from '../../../src/language/rules/support-mismatch';
import { describeRule } from '../describeRule';

describeRule(
  supportMismatch,
  [
    [
      'latent z ~ Normal(0, 1) observed x | z ~ Normal(0, «z»)',
      {
        message: 'The sd of `Normal` must be above 0, and this can be negative.',
        severity: 'warning',
        fixed: 'latent z ~ Normal(0, 1) observed x | z ~ Normal(0, softplus(z))',
        fixTitle: 'Wrap in `softplus(…)`',
      },
    ],
    [
      'param s = 1 observed x ~ Normal(0, «s»)',
      {
        message: 'The sd of `Normal` must be above 0, and this can be negative.',
        severity: 'warning',
        fixed: 'param s: positive = 1 observed x ~ Normal(0, s)',
        fixTitle: 'Let `s` be a positive parameter',
      },
    ],
    [
      'param s = [1, 2] latent k ~ Categorical([0.5, 0.5]) observed x | k ~ Normal(0, «s[k]»)',
      {
        message: 'The sd of `Normal` must be above 0, and this can be negative.',
        severity: 'warning',
        fixed: 'param s: positive = [1, 2] latent k ~ Categorical([0.5, 0.5]) observed x | k ~ Normal(0, s[k])',
        fixTitle: 'Let `s` be a positive parameter',
      },
    ],
    [
      'network f(z) = z -> dense(1) latent z ~ Normal(0, 1) observed x | z ~ Normal(0, «f(z)»)',
      {
        message: 'The sd of `Normal` must be above 0, and this can be negative.',
        severity: 'warning',
        fixed: 'network f(z) = z -> dense(1) latent z ~ Normal(0, 1) observed x | z ~ Normal(0, softplus(f(z)))',
        fixTitle: 'Wrap in `softplus(…)`',
      },
    ],
    [
      'latent z ~ Normal(0, 1) observed x | z ~ Bernoulli(«z»)',
      {
        message: 'The p of `Bernoulli` must be between 0 and 1, and this can be negative.',
        severity: 'warning',
        fixed: 'latent z ~ Normal(0, 1) observed x | z ~ Bernoulli(sigmoid(z))',
        fixTitle: 'Wrap in `sigmoid(…)`',
      },
    ],
    [
      'param p = 0.5 observed x ~ Bernoulli(«p»)',
      {
        message: 'The p of `Bernoulli` must be between 0 and 1, and this can be negative.',
        severity: 'warning',
        fixed: 'param p: unit = 0.5 observed x ~ Bernoulli(p)',
        fixTitle: 'Let `p` be in the unit interval',
      },
    ],
    [
      'param w = [0.5, 0.5] observed x ~ Categorical(«w»)',
      {
        message: 'The probabilities of `Categorical` must be between 0 and 1, and this can be negative.',
        severity: 'warning',
        fixed: 'param w: simplex = [0.5, 0.5] observed x ~ Categorical(w)',
        fixTitle: 'Let `w` be a simplex parameter',
      },
    ],
    [
      'network f(z) = z -> dense(3, softplus) latent z ~ Normal(0, 1) observed x | z ~ Categorical(«f(z)»)',
      {
        message: 'The probabilities of `Categorical` must sum to 1, and these need not.',
        severity: 'warning',
        fixed:
          'network f(z) = z -> dense(3, softplus) latent z ~ Normal(0, 1) observed x | z ~ Categorical(f(z) / sum(f(z)))',
        fixTitle: 'Divide by their sum',
      },
    ],
    [
      'latent z ~ Normal(0, 1) observed x | z ~ Normal(log(«z»), 1)',
      {
        message: 'The argument of `log` must be above 0, and this can be negative.',
        severity: 'warning',
        fixed: 'latent z ~ Normal(0, 1) observed x | z ~ Normal(log(softplus(z)), 1)',
        fixTitle: 'Wrap in `softplus(…)`',
      },
    ],
    [
      'latent z ~ Normal(0, 1) observed x | z ~ Normal(«z» ^ 0.5, 1)',
      {
        message: 'A power with a fraction as exponent needs a base of at least 0, and this can be negative.',
        severity: 'warning',
        fixed: 'latent z ~ Normal(0, 1) observed x | z ~ Normal(softplus(z) ^ 0.5, 1)',
        fixTitle: 'Wrap in `softplus(…)`',
      },
    ],
    [
      'param S = [[1, 0], [0, 1]] observed x ~ MultivariateNormal([0, 0], «S»)',
      {
        message:
          'The covariance of `MultivariateNormal` must be a covariance: symmetric and positive definite, and learning can change this.',
        severity: 'warning',
        fixed: 'param S: covariance = [[1, 0], [0, 1]] observed x ~ MultivariateNormal([0, 0], S)',
        fixTitle: 'Let `S` be a covariance parameter',
      },
    ],
    [
      'latent z ~ Gamma(2, 1) observed x | z ~ Binomial(«z», 0.5)',
      {
        message: 'The n of `Binomial` must be a whole number of at least 0, and this can be a fraction.',
        severity: 'warning',
        fixed: null,
      },
    ],
    [
      'param w = 0.5 observed x ~ Categorical(a: «w», b: 0.5)',
      {
        message: 'The probability of `a` must be between 0 and 1, and this can be negative.',
        severity: 'warning',
        fixed: 'param w: unit = 0.5 observed x ~ Categorical(a: w, b: 0.5)',
        fixTitle: 'Let `w` be in the unit interval',
      },
    ],
    [
      'latent z ~ Poisson(2) observed x | z ~ Poisson(«z»)',
      {
        message: 'The rate of `Poisson` must be above 0, and this can be 0.',
        severity: 'warning',
        fixed: 'latent z ~ Poisson(2) observed x | z ~ Poisson(softplus(z))',
        fixTitle: 'Wrap in `softplus(…)`',
      },
    ],
    [
      'param n = 3 observed x ~ Binomial(«n», 0.5)',
      {
        message: 'The n of `Binomial` must be a whole number of at least 0, and this can be negative.',
        severity: 'warning',
        fixed: null,
      },
    ],
    [
      'latent z ~ Normal(0, 1) observed x | z ~ Exponential(«exp(z) - 1»)',
      {
        message: 'The rate of `Exponential` must be above 0, and this can be negative.',
        severity: 'warning',
        fixed: 'latent z ~ Normal(0, 1) observed x | z ~ Exponential(softplus(exp(z) - 1))',
        fixTitle: 'Wrap in `softplus(…)`',
      },
    ],
    [
      'param s: real = 1 observed x ~ Normal(0, «s»)',
      {
        message: 'The sd of `Normal` must be above 0, and this can be negative.',
        severity: 'warning',
        fixed: 'param s: positive = 1 observed x ~ Normal(0, s)',
        fixTitle: 'Let `s` be a positive parameter',
      },
    ],
  ],
  [
    'latent s ~ HalfNormal(1)\nobserved x | s ~ Normal(0, s)',
    'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(0, exp(z))',
    'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z^2, 1 + square(z))',
    'param p: unit = 0.5\nobserved x ~ Categorical(a: p, b: 1 - p)',
    'network f(z) = z -> dense(3, softplus)\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Categorical(f(z) / sum(f(z)))',
    'latent w ~ Dirichlet([1, 1])\nobserved x | w ~ Categorical(w)',
    'let s = 2 - 1\nobserved x ~ Normal(0, s)',
    'param S: covariance = [[1, 0], [0, 1]]\nobserved x ~ MultivariateNormal([0, 0], 2 * S)',
  ],
);
