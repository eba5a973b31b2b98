import { numberExpected } from '../../../src/language/rules/number-expected';
import { describeRule } from '../describeRule';

describeRule(
  numberExpected,
  [
    [
      'observed x ~ Normal(«Normal(0, 1)», 1)',
      {
        message:
          '`Normal` is a distribution, and here a number is needed. To use a draw of it, define `latent z ~ Normal(…)` and write `z` here.',
        fixed: null,
      },
    ],
    [
      'observed x ~ Normal(«Normal», 1)',
      {
        message:
          '`Normal` is a distribution, and here a number is needed. To use a draw of it, define `latent z ~ Normal(…)` and write `z` here.',
        fixed: null,
      },
    ],
    [
      'let a = «Normal(0, 1)» observed x ~ Normal(a, 1)',
      {
        message:
          '`Normal` is a distribution, and here a number is needed. To use a draw of it, define `latent z ~ Normal(…)` and write `z` here.',
        fixed: null,
      },
    ],
    [
      'observed x ~ «Normal(0, 1)» + 3',
      {
        message:
          '`Normal` is a distribution, and here a number is needed. To use a draw of it, define `latent z ~ Normal(…)` and write `z` here.',
        fixed: null,
      },
    ],
    [
      'latent k ~ Bernoulli(0.5) observed x | k ~ Normal(case k { true: 1, false: «Normal(0, 1)» }, 1)',
      {
        message:
          '`Normal` is a distribution, and here a number is needed. To use a draw of it, define `latent z ~ Normal(…)` and write `z` here.',
        fixed: null,
      },
    ],
  ],
  ['latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)'],
);
