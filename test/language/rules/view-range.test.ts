import { viewRange } from '../../../src/language/rules/view-range';
import { describeRule } from '../describeRule';

describeRule(
  viewRange,
  [
    [
      'observed x ~ Normal(0, 1) view x in «[2, 1]»',
      {
        message: 'A view runs from a lower to a higher number, and this is 2 to 1.',
        fixed: 'observed x ~ Normal(0, 1) view x in [1, 2]',
        fixTitle: 'Swap the ends',
      },
    ],
    [
      'observed x ~ Normal(0, 1) view x in «[1, 1]»',
      { message: 'A view runs from a lower to a higher number, and this is 1 to 1.', fixed: null },
    ],
    [
      'observed x ~ Normal(0, 1) view x in «[1, 2, 3]»',
      { message: 'The range of a view is two numbers in brackets, such as `[-5, 5]`.', fixed: null },
    ],
    [
      'observed x ~ Normal(0, 1) view x in «3»',
      { message: 'The range of a view is two numbers in brackets, such as `[-5, 5]`.', fixed: null },
    ],
    ...['case true { true: 0, false: 1 }', 'f(1)', '1 + f(2)'].map(
      (end) =>
        [
          `network f(a) = a -> dense(1) observed x ~ Normal(f(0), 1) view x in [-3, «${end}»]`,
          {
            message:
              'The ends of a view must be known from the text alone, without a network or a table; write numbers, such as `[-5, 5]`.',
            fixed: null,
          },
        ] as const,
    ),
    [
      'param a = 1 observed x ~ Normal(a, 1) view «a» in [0, 1]',
      { message: '`a` is a parameter; a view is of a variable.', fixed: null },
    ],
    [
      'observed x ~ Normal(0, 1)^2 view x[«3»] in [0, 1]',
      { message: 'The coordinates of `x` count from 1 to 2.', fixed: null },
    ],
    [
      'observed x ~ Normal(0, 1) view x[«1»] in [0, 1]',
      {
        message: '`x` has one range for all; write `view x in …`.',
        fixed: 'observed x ~ Normal(0, 1) view x in [0, 1]',
        fixTitle: 'Remove the index',
      },
    ],
  ],
  ['observed x ~ Normal(0, 1)^2\nview x[2] in [-1, 1]\nview x in [-2, 2 * 3]'],
);
