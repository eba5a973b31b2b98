import { parameterDomain } from '../../../src/language/rules/parameter-domain';
import { describeRule } from '../describeRule';

describeRule(
  parameterDomain,
  [
    ['observed x ~ Normal(0, «-1»)', { message: 'The sd of `Normal` must be above 0, and this is -1.', fixed: null }],
    ['observed x ~ Normal(0, «0»)', { message: 'The sd of `Normal` must be above 0, and this is 0.', fixed: null }],
    [
      'observed x ~ Normal([0, 0], [1, «-2»])',
      { message: 'The sd of `Normal` must be above 0, and this is -2.', fixed: null },
    ],
    [
      'observed x ~ Bernoulli(«1.2»)',
      { message: 'The p of `Bernoulli` must be between 0 and 1, and this is 1.2.', fixed: null },
    ],
    [
      'observed x ~ Categorical([«-0.5», 1.5])',
      { message: 'The probabilities of `Categorical` must be between 0 and 1, and this is -0.5.', fixed: null },
    ],
    [
      'observed x ~ Categorical(a: «-0.5», b: 0.5)',
      { message: 'The probability of `a` must be between 0 and 1, and this is -0.5.', fixed: null },
    ],
    [
      'observed x ~ Binomial(«2.5», 0.5)',
      { message: 'The n of `Binomial` must be a whole number of at least 0, and this is 2.5.', fixed: null },
    ],
    [
      'observed x ~ Uniform(«2, 1»)',
      {
        message: 'The low of `Uniform` must be below its high, and this is 2 against 1.',
        fixed: 'observed x ~ Uniform(1, 2)',
        fixTitle: 'Swap low and high',
      },
    ],
    [
      'observed x ~ Uniform(«1, 1»)',
      { message: 'The low of `Uniform` must be below its high, and this is 1 against 1.', fixed: null },
    ],
    [
      'latent k ~ Bernoulli(0.5) observed x | k ~ DiscreteUniform(«5, case k { true: 0, else: 1 }»)',
      { message: 'The low of `DiscreteUniform` must not be above its high, and these never are so.', fixed: null },
    ],
    [
      'latent z ~ Beta(1, 1) observed x | z ~ Uniform(«1 + z, z - 0.5»)',
      { message: 'The low of `Uniform` must be below its high, and these never are so.', fixed: null },
    ],
    [
      'observed x ~ DiscreteUniform(«3, 1»)',
      {
        message: 'The low of `DiscreteUniform` must not be above its high, and this is 3 against 1.',
        fixed: 'observed x ~ DiscreteUniform(1, 3)',
        fixTitle: 'Swap low and high',
      },
    ],
    [
      'param s = -1 observed x ~ Normal(0, «s»)',
      { message: 'The sd of `Normal` must be above 0, and this is -1.', fixed: null },
    ],
    [
      'latent r ~ Bernoulli(0.5) observed x | r ~ Bernoulli(case r { true: «1.2», false: 0.4 })',
      { message: 'The p of `Bernoulli` must be between 0 and 1, and this is 1.2.', fixed: null },
    ],
    [
      'latent z ~ Normal(0, 1) observed x | z ~ Normal(0, «-softplus(z)»)',
      { message: 'The sd of `Normal` must be above 0, and this never is.', fixed: null },
    ],
    [
      'observed x ~ MultivariateNormal([0, 0], [[1, 0.2], [«0.3», 1]])',
      {
        message:
          'The covariance of `MultivariateNormal` must be symmetric, and this is 0.3 where its mirror image is 0.2.',
        fixed: null,
      },
    ],
    [
      'observed x ~ MultivariateNormal([0, 0], «[[1, 2], [2, 1]]»)',
      {
        message:
          'The covariance of `MultivariateNormal` must be positive definite, and this matrix is not: some mixture of the coordinates would have no spread.',
        fixed: null,
      },
    ],
    [
      'observed x ~ Dirichlet([1, «0»])',
      { message: 'The concentration of `Dirichlet` must be above 0, and this is 0.', fixed: null },
    ],
    [
      'observed x ~ NegativeBinomial(3, «1»)',
      { message: 'The p of `NegativeBinomial` must be between 0 and 1, without the ends, and this is 1.', fixed: null },
    ],
    [
      'observed x ~ Geometric(«0»)',
      { message: 'The p of `Geometric` must be above 0 and at most 1, and this is 0.', fixed: null },
    ],
    [
      'observed x ~ VonMises(0, «-1»)',
      { message: 'The concentration of `VonMises` must be at least 0, and this is -1.', fixed: null },
    ],
    [
      'observed x ~ TruncatedNormal(0, 1, «3, 2»)',
      {
        message: 'The low of `TruncatedNormal` must be below its high, and this is 3 against 2.',
        fixed: 'observed x ~ TruncatedNormal(0, 1, 2, 3)',
        fixTitle: 'Swap low and high',
      },
    ],
    [
      'observed x ~ Normal(0, «1 - 3»)',
      { message: 'The sd of `Normal` must be above 0, and this is -2.', fixed: null },
    ],
    [
      'observed x ~ Normal(sd: «-1», mean: 0)',
      { message: 'The sd of `Normal` must be above 0, and this is -1.', fixed: null },
    ],
    [
      'observed x ~ Uniform(«high: 1, low: 2»)',
      {
        message: 'The low of `Uniform` must be below its high, and this is 2 against 1.',
        fixed: 'observed x ~ Uniform(high: 2, low: 1)',
        fixTitle: 'Swap low and high',
      },
    ],
  ],
  [
    'observed x ~ Bernoulli(1)',
    'observed x ~ Binomial(10, 0)',
    'observed x ~ DiscreteUniform(2, 2)',
    'observed x ~ VonMises(0, 0)',
    'observed x ~ MultivariateNormal([0, 0], [[1, 0.6], [0.6, 1]])',
  ],
);
