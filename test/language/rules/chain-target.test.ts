import { chainTarget } from '../../../src/language/rules/chain-target';
import { describeRule } from '../describeRule';

describeRule(
  chainTarget,
  [
    ['observed x[«0»] ~ Normal(0, 1)', { message: 'Indices count from 1; `x[0]` cannot be.', fixed: null }],
    [
      'observed x[«t»] ~ Normal(t, 1)',
      {
        message: '`t` has no range; end the statement with one, such as `for t in 1..10`.',
        fixed: 'observed x[t] ~ Normal(t, 1) for t in 1..10',
        fixTitle: 'Add `for t in 1..10`',
      },
    ],
    [
      'observed «x» ~ Normal(0, 1) for t in 1..3',
      {
        message: 'A definition over `for t` defines `x[t]`.',
        fixed: 'observed x[t] ~ Normal(0, 1) for t in 1..3',
        fixTitle: 'Change to `x[t]`',
      },
    ],
    [
      'observed «x[t+1]» ~ Normal(0, 1) for t in 1..3',
      {
        message: 'A definition over `for t` defines `x[t]`.',
        fixed: 'observed x[t] ~ Normal(0, 1) for t in 1..3',
        fixTitle: 'Change to `x[t]`',
      },
    ],
    [
      'observed «x[2]» ~ Normal(0, 1) for t in 1..3',
      {
        message: 'A definition over `for t` defines `x[t]`.',
        fixed: 'observed x[t] ~ Normal(0, 1) for t in 1..3',
        fixTitle: 'Change to `x[t]`',
      },
    ],
    [
      'observed x[«1.5»] ~ Normal(0, 1)',
      { message: 'The index of what is defined is a whole number, or the index of a `for`.', fixed: null },
    ],
    [
      'param n = 1 observed x[«n»] ~ Normal(0, 1)',
      { message: 'The index of what is defined is a whole number, or the index of a `for`.', fixed: null },
    ],
  ],
  ['observed x[1] ~ Normal(0, 1)\nobserved x[t] ~ Normal(t, 1) for t in 2..3'],
);
