import { distributionExpected } from '../../../src/language/rules/distribution-expected';
import { describeRule } from '../describeRule';

describeRule(
  distributionExpected,
  [
    [
      'observed x ~ «3»',
      {
        message: 'Here a distribution is needed, such as `Normal(0, 1)`; a value that is certain is `Dirac(…)`.',
        fixed: 'observed x ~ Dirac(3)',
        fixTitle: 'Wrap in `Dirac(…)`',
      },
    ],
    [
      'param mu = 0 observed x ~ «mu»',
      {
        message: 'Here a distribution is needed, such as `Normal(0, 1)`; a value that is certain is `Dirac(…)`.',
        fixed: 'param mu = 0 observed x ~ Dirac(mu)',
        fixTitle: 'Wrap in `Dirac(…)`',
      },
    ],
    [
      'observed x ~ «exp(3)»',
      {
        message: 'Here a distribution is needed, such as `Normal(0, 1)`; a value that is certain is `Dirac(…)`.',
        fixed: 'observed x ~ Dirac(exp(3))',
        fixTitle: 'Wrap in `Dirac(…)`',
      },
    ],
    [
      'observed x ~ «1 + 2»',
      {
        message: 'Here a distribution is needed, such as `Normal(0, 1)`; a value that is certain is `Dirac(…)`.',
        fixed: 'observed x ~ Dirac(1 + 2)',
        fixTitle: 'Wrap in `Dirac(…)`',
      },
    ],
    [
      'observed x ~ «exp»',
      {
        message: 'Here a distribution is needed, such as `Normal(0, 1)`; a value that is certain is `Dirac(…)`.',
        fixed: 'observed x ~ Dirac(exp)',
        fixTitle: 'Wrap in `Dirac(…)`',
      },
    ],
    [
      'latent k ~ Bernoulli(0.5) observed x | k ~ case k { true: Normal(0, 1), false: «3» }',
      {
        message: 'Here a distribution is needed, such as `Normal(0, 1)`; a value that is certain is `Dirac(…)`.',
        fixed: 'latent k ~ Bernoulli(0.5) observed x | k ~ case k { true: Normal(0, 1), false: Dirac(3) }',
        fixTitle: 'Wrap in `Dirac(…)`',
      },
    ],
  ],
  ['param mu = 0\nobserved x ~ Dirac(mu)'],
);
