import { labelAsNumber } from '../../../src/language/rules/label-as-number';
import { describeRule } from '../describeRule';

describeRule(
  labelAsNumber,
  [
    [
      'latent k ~ Categorical(a: 0.5, b: 0.5) observed x | k ~ Normal(«k» + 1, 1)',
      {
        message: '`k` is a category with names, which is no number; look a number up with `case k { a: 1, b: 2 }`.',
        fixed: null,
      },
    ],
    [
      'latent k ~ Categorical(a: 0.5, b: 0.5) observed x | k ~ Normal(«k», 1)',
      {
        message: '`k` is a category with names, which is no number; look a number up with `case k { a: 1, b: 2 }`.',
        fixed: null,
      },
    ],
    [
      'latent k ~ Categorical(a: 0.5, b: 0.5) observed x | k ~ Normal(sum([«k», 1]), 1)',
      {
        message: '`k` is a category with names, which is no number; look a number up with `case k { a: 1, b: 2 }`.',
        fixed: null,
      },
    ],
    [
      'latent k ~ Categorical(a: 0.5, b: 0.5) observed x | k ~ Normal(exp(«k»), 1)',
      {
        message: '`k` is a category with names, which is no number; look a number up with `case k { a: 1, b: 2 }`.',
        fixed: null,
      },
    ],
  ],
  [
    'latent k ~ Categorical(a: 0.5, b: 0.5)\nparam m = [1, 2]\nobserved x | k ~ Normal(m[k], 1)',
    'latent k ~ Categorical([0.5, 0.5])\nobserved x | k ~ Normal(k + 1, 1)',
    'latent k ~ Categorical(a: 0.5, b: 0.5)\nobserved x | k ~ Dirac(k)',
  ],
);
