import { copiesCount } from '../../../src/language/rules/copies-count';
import { describeRule } from '../describeRule';

describeRule(
  copiesCount,
  [
    [
      'observed x ~ Normal(0, 1)^«0»',
      {
        message: 'The number of copies is a whole number of at least 1, written out, as in `Normal(0, 1)^2`.',
        fixed: null,
      },
    ],
    [
      'observed x ~ Normal(0, 1)^«1.5»',
      {
        message: 'The number of copies is a whole number of at least 1, written out, as in `Normal(0, 1)^2`.',
        fixed: null,
      },
    ],
    [
      'observed x ~ Normal(0, 1)^«20000»',
      { message: 'A distribution can be copied 10,000 times at most; this asks for 20,000.', fixed: null },
    ],
    [
      'let n = 3 observed x ~ Normal(0, 1)^«n»',
      {
        message: 'The number of copies is a whole number of at least 1, written out, as in `Normal(0, 1)^2`.',
        fixed: null,
      },
    ],
    [
      'observed x ~ Normal(0, 1)^«-2»',
      {
        message: 'The number of copies is a whole number of at least 1, written out, as in `Normal(0, 1)^2`.',
        fixed: null,
      },
    ],
  ],
  ['observed x ~ (Normal(0, 1)^2)^3', 'observed x ~ Normal(2^0.5, 1)^10000'],
);
