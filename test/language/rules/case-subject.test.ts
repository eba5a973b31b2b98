import { caseSubject } from '../../../src/language/rules/case-subject';
import { describeRule } from '../describeRule';

describeRule(
  caseSubject,
  [
    [
      'latent z ~ Normal(0, 1) observed x | z ~ Normal(case «z» { 1: 2, else: 3 }, 1)',
      {
        message: '`z` can be any real number; a `case` looks up a category, true or false, or a whole number.',
        fixed: null,
      },
    ],
    [
      'latent z ~ Bernoulli(0.5)^2 observed x | z ~ Normal(case «z» { true: 2, else: 3 }, 1)',
      { message: '`z` is a vector of 2; a `case` looks up a category, true or false, or a whole number.', fixed: null },
    ],
  ],
  [
    'latent k ~ Poisson(2)\nobserved x | k ~ Normal(case k { 0: 1, else: 2 }, 1)',
    'param m = [1, 2]\nobserved x[t] ~ Normal(case t { 1: 0, 2: 5 }, 1) for t in 1..2\nobserved y ~ Normal(m, 1)',
  ],
);
