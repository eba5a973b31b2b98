import { dataValues } from '../../../src/language/rules/data-values';
import { describeRule } from '../describeRule';

describeRule(
  dataValues,
  [
    [
      'observed x ~ Normal(0, 1) data x from "a.csv" columns «a»',
      { message: 'Row 2 of `a` is `foo`, which is no number of `x`.', severity: 'warning', fixed: null },
    ],
    [
      'observed x ~ Normal(0, 1) data x from "a1.csv" columns «a»',
      { message: 'Row 2 of `a` is empty.', severity: 'warning', fixed: null },
    ],
    [
      'observed x ~ Exponential(1) data x from "a2.csv" columns «a»',
      {
        message: 'Row 2 of `a`: `-3` cannot be a value of `x`, which takes numbers from 0.',
        severity: 'warning',
        fixed: null,
      },
    ],
    [
      'observed x ~ Poisson(1) data x = [1, «1.5»]',
      {
        message: '`1.5` cannot be a value of `x`, which takes whole numbers from 0 (row 2).',
        severity: 'warning',
        fixed: null,
      },
    ],
    [
      'observed x ~ Bernoulli(0.5) data x = [true, «2»]',
      { message: '`2` cannot be a value of `x`, which is true or false (row 2).', severity: 'warning', fixed: null },
    ],
    [
      'observed x ~ Uniform(0, 1) data x = [0, 1, «2»]',
      {
        message: '`2` cannot be a value of `x`, which takes numbers from 0 up to 1 (row 3).',
        severity: 'warning',
        fixed: null,
      },
    ],
    [
      'observed x ~ Gamma(1, 1) data x = [1, «0»]',
      {
        message: '`0` cannot be a value of `x`, which takes numbers above 0 (row 2).',
        severity: 'warning',
        fixed: null,
      },
    ],
    [
      'observed x ~ Categorical(a: 0.5, b: 0.5) data x from "a3.csv" columns «c»',
      { message: 'Row 2 of `c` is `q`, which is no category of `x`.', severity: 'warning', fixed: null },
    ],
    [
      'observed x ~ Categorical([0.5, 0.5]) data x = [1, «3»]',
      {
        message: '`3` cannot be a value of `x`, which takes whole numbers from 1 up to 2 (row 2).',
        severity: 'warning',
        fixed: null,
      },
    ],
  ],
  ['observed x ~ Bernoulli(0.5)\ndata x from "a4.csv" columns a', 'observed x ~ Exponential(1)\ndata x = [0, 1]'],
  {
    'a.csv': { a: ['1', 'foo'] },
    'a1.csv': { a: ['1', ''] },
    'a2.csv': { a: ['0', '-3'] },
    'a3.csv': { c: ['a', 'q'] },
    'a4.csv': { a: ['true', 'FALSE', '1', '0'] },
  },
);
