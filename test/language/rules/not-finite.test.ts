import { notFinite } from '../../../src/language/rules/not-finite';
import { describeRule } from '../describeRule';

describeRule(
  notFinite,
  [
    ['observed x ~ Normal(«1 / 0», 1)', { message: '`1 / 0` is infinite.', fixed: null }],
    ['observed x ~ Normal(«log(-1)», 1)', { message: '`log(-1)` is not defined: it gives no number.', fixed: null }],
    ['observed x ~ Normal(0, «0 / 0»)', { message: '`0 / 0` is not defined: it gives no number.', fixed: null }],
    ['param a = «log(0)» observed x ~ Normal(a, 1)', { message: '`log(0)` is infinite.', fixed: null }],
    ['observed x ~ Normal(«exp(1000)» + 1, 1)', { message: '`exp(1000)` is infinite.', fixed: null }],
  ],
  ['observed x ~ Normal(1 / 3, 1)'],
);
