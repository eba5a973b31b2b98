import { caseRow } from '../../../src/language/rules/case-row';
import { describeRule } from '../describeRule';

describeRule(
  caseRow,
  [
    [
      'latent k ~ Bernoulli(0.5) observed x | k ~ Normal(«case» k { true: 1 }, 1)',
      {
        message: 'This `case` lacks a row for `false`.',
        fixed: 'latent k ~ Bernoulli(0.5) observed x | k ~ Normal(case k { true: 1, false: 1 }, 1)',
        fixTitle: 'Add the missing row',
      },
    ],
    [
      'latent k ~ Bernoulli(0.5) observed x | k ~ Normal(case k { true: 1, «true»: 2, false: 3 }, 1)',
      { message: 'There are two rows for `true`; keep one of them.', fixed: null, related: ['First here.'] },
    ],
    [
      'latent k ~ Bernoulli(0.5) observed x | k ~ Normal(case k { «else»: 1, true: 2 }, 1)',
      { message: '`else` stands for all the values that have no row of their own; it comes last.', fixed: null },
    ],
    [
      'latent k ~ Bernoulli(0.5) observed x | k ~ Normal(case k { true: 1, false: 0, «else»: 2 }, 1)',
      { message: 'Every value has a row already: this `else` is never used.', severity: 'warning', fixed: null },
    ],
    [
      'latent a ~ Bernoulli(0.5) latent b ~ Categorical(u: 0.5, v: 0.5) observed x | a, b ~ Normal(«case» a, b { true, u: 1, false, v: 2 }, 1)',
      {
        message: 'This `case` lacks rows for `false, u` and `true, v`.',
        fixed:
          'latent a ~ Bernoulli(0.5) latent b ~ Categorical(u: 0.5, v: 0.5) observed x | a, b ~ Normal(case a, b { true, u: 1, false, v: 2, false, u: 2, true, v: 2 }, 1)',
        fixTitle: 'Add the missing rows',
      },
    ],
    [
      'latent k ~ Categorical([0.2, 0.2, 0.2, 0.2, 0.2]) observed x | k ~ Normal(«case» k { 1: 1 }, 1)',
      { message: 'This `case` lacks rows for `2`, `3`, `4` and 1 more.', fixed: null },
    ],
    [
      'latent k ~ Poisson(3) observed x | k ~ Normal(«case» k { 1: 1, 2: 3 }, 1)',
      { message: 'There is no end of values here; let the last row be `else: …`.', fixed: null },
    ],
    [
      'latent k ~ DiscreteUniform(1, 3) observed x | k ~ Normal(«case» k { 1: 1, 2: 3 }, 1)',
      {
        message: 'This `case` lacks a row for `3`.',
        fixed: 'latent k ~ DiscreteUniform(1, 3) observed x | k ~ Normal(case k { 1: 1, 2: 3, 3: 3 }, 1)',
        fixTitle: 'Add the missing row',
      },
    ],
  ],
  [
    'latent a ~ Bernoulli(0.5)\nlatent b ~ Categorical(u: 0.5, v: 0.5)\nobserved x | a, b ~ Normal(case a, b { true, u: 1, else: 2 }, 1)',
  ],
);
