import { casePattern } from '../../../src/language/rules/case-pattern';
import { describeRule } from '../describeRule';

describeRule(
  casePattern,
  [
    [
      'latent k ~ Categorical(blue: 0.5, red: 0.5) observed x | k ~ Normal(case k { «bleu»: 1, red: 2 }, 1)',
      {
        message: '`bleu` is no value of `k`. Did you mean `blue`?',
        fixed: 'latent k ~ Categorical(blue: 0.5, red: 0.5) observed x | k ~ Normal(case k { blue: 1, red: 2 }, 1)',
        fixTitle: 'Change to `blue`',
      },
    ],
    [
      'latent k ~ Bernoulli(0.5) observed x | k ~ Normal(case k { true: 1, «2»: 2 }, 1)',
      { message: '`2` is no value of `k`. Its values are `true` and `false`.', fixed: null },
    ],
    [
      'latent k ~ Categorical([0.5, 0.5]) observed x | k ~ Normal(case k { 1: 1, «3»: 2 }, 1)',
      { message: '`3` is no value of `k`. Its values are 1 to 2.', fixed: null },
    ],
    [
      'latent a ~ Bernoulli(0.5) latent b ~ Bernoulli(0.5) observed x | a, b ~ Normal(case a, b { «true»: 1, else: 2 }, 1)',
      { message: 'This row has 1 value for 2 subjects.', fixed: null },
    ],
    [
      'latent k ~ Poisson(2) observed x | k ~ Normal(case k { «foo»: 1, else: 2 }, 1)',
      { message: '`foo` is no value of `k`. Its values are whole numbers.', fixed: null },
    ],
    [
      'latent k ~ Bernoulli(0.5) observed x | k ~ Normal(case k { «True»: 1, false: 2 }, 1)',
      {
        message: '`True` is no value of `k`. Did you mean `true`?',
        fixed: 'latent k ~ Bernoulli(0.5) observed x | k ~ Normal(case k { true: 1, false: 2 }, 1)',
        fixTitle: 'Change to `true`',
      },
    ],
  ],
  ['latent k ~ Bernoulli(0.5)\nobserved x | k ~ Normal(case k { 1: 1, 0: 2 }, 1)'],
);
