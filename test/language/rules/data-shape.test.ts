import { dataShape } from '../../../src/language/rules/data-shape';
import { describeRule } from '../describeRule';

describeRule(
  dataShape,
  [
    [
      'observed x ~ Normal(0, 1) data x = [«[1, 2]», 3]',
      { message: 'An observation of `x` is one value, and this is a list of 2.', fixed: null },
    ],
    [
      'observed x ~ Normal(0, 1)^2 data x = [[1, 2], «[3]»]',
      { message: 'An observation of `x` is 2 values in brackets, and this is a list of 1.', fixed: null },
    ],
    [
      'observed x ~ Normal(0, 1)^2 data x = «[1, 2, 3]»',
      { message: 'An observation of `x` is 2 values in brackets, and this is a list of 3.', fixed: null },
    ],
    [
      'observed x ~ Normal(0, 1)^2 data x from "a.csv" columns «a»',
      { message: 'One draw of `x` is 2 numbers, and here is 1 column.', fixed: null },
    ],
    [
      'observed x ~ Normal(0, 1) data x from "a.csv" columns «a, b»',
      { message: 'One draw of `x` is 1 number, and here are 2 columns.', fixed: null },
    ],
    [
      'observed x ~ Normal(0, 1) data x = [1, «foo»]',
      { message: '`foo` is no observation; write a number, or `true` or `false`.', fixed: null },
    ],
    [
      'observed x ~ Categorical(a: 0.5, b: 0.5) data x = [a, «c»]',
      { message: '`c` is no observation; write a label: a or b.', fixed: null },
    ],
    [
      'observed x[t] ~ Normal(0, 1) for t in 1..3 data x = «[1, 2]»',
      { message: 'An observation of `x` is 3 values in brackets, and this is a list of 2.', fixed: null },
    ],
    [
      'observed x ~ Normal(0, 1) data x = [1, «[[2]]»]',
      { message: 'An observation of `x` is one value, and this is a list of 1.', fixed: null },
    ],
  ],
  [
    'observed x ~ Normal(0, 1)^2\ndata x = [1, 2]',
    'observed x ~ Normal(0, 1)^2\ndata x = [[1, 2], [3, 4]]',
    'observed x[t] ~ Normal(0, 1) for t in 1..3\ndata x = [1, 2, 3]',
    'observed x ~ Normal(0, 1)\ndata x = 3',
    'observed x ~ Categorical(a: 0.5, b: 0.5)\ndata x = [a, b, a]',
    'observed x ~ Normal(0, 1)^2\ndata x from "a.csv" columns a, b',
  ],
);
