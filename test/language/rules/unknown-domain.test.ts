import { unknownDomain } from '../../../src/language/rules/unknown-domain';
import { describeRule } from '../describeRule';

describeRule(
  unknownDomain,
  [
    [
      'param s: «postive» = 1 observed x ~ Normal(0, s)',
      {
        message: 'There is no domain `postive`. Did you mean `positive`?',
        fixed: 'param s: positive = 1 observed x ~ Normal(0, s)',
        fixTitle: 'Change to `positive`',
      },
    ],
    [
      'param s: «foo» = 1 observed x ~ Normal(s, 1)',
      {
        message:
          'There is no domain `foo`. Choose from real, positive, unit, simplex, ordered, interval and covariance.',
        fixed: null,
      },
    ],
  ],
  ['param a: interval(0, 1) = 0.5\nobserved x ~ Normal(a, 1)'],
);
