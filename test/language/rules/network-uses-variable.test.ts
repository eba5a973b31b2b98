import { networkUsesVariable } from '../../../src/language/rules/network-uses-variable';
import { describeRule } from '../describeRule';

describeRule(
  networkUsesVariable,
  [
    [
      'latent z ~ Normal(0, 1) latent y ~ Normal(0, 1) network f(z) = z + «y» observed x | z, y ~ Normal(f(z) + y, 1)',
      {
        message:
          '`y` is a random variable; a network sees only its arguments and parameters. Make it an argument of `f`.',
        fixed: null,
      },
    ],
    [
      'latent z ~ Normal(0, 1) let m = z + 1 network f(a) = a + «m» observed x | z ~ Normal(f(z), 1)',
      {
        message:
          '`m` depends on the random variable `z`; a network sees only its arguments and parameters. Make it an argument of `f`.',
        fixed: null,
      },
    ],
  ],
  ['param s = 2\nlet r = s + 1\nnetwork f(z) = s * z + r\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(f(z), 1)'],
);
