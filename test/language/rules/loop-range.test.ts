import { loopRange } from '../../../src/language/rules/loop-range';
import { describeRule } from '../describeRule';

describeRule(
  loopRange,
  [
    [
      'observed x[t] ~ Normal(0, 1) for t in «3..1»',
      {
        message: 'The range `3..1` is empty: its end is below its start.',
        fixed: 'observed x[t] ~ Normal(0, 1) for t in 1..3',
        fixTitle: 'Swap the ends',
      },
    ],
    ['observed x[t] ~ Normal(0, 1) for t in «0»..3', { message: 'Indices count from 1.', fixed: null }],
    [
      'observed x[t] ~ Normal(0, 1) for t in 1..«1.5»',
      { message: 'The range of a `for` runs between two whole numbers, such as `2..20`.', fixed: null },
    ],
    [
      'param n = 3 observed x[t] ~ Normal(0, 1) for t in 1..«n»',
      { message: 'The range of a `for` runs between two whole numbers, such as `2..20`.', fixed: null },
    ],
    [
      'observed x[t] ~ Normal(0, 1) for t in 1..«20000»',
      { message: 'A chain can have 10,000 elements at most; this one ends at 20,000.', fixed: null },
    ],
  ],
  ['observed x[t] ~ Normal(0, 1) for t in 3..3', 'observed x[t] ~ Normal(0, 1) for t in 1..10000'],
);
