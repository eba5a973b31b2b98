import { optionValue } from '../../../src/language/rules/option-value';
import { describeRule } from '../describeRule';

describeRule(
  optionValue,
  [
    [
      'observed x ~ Normal(0, 1) fit em(steps = «0»)',
      { message: '`steps` must be a whole number of at least 1.', fixed: null },
    ],
    ['observed x ~ Normal(0, 1) fit em(rate = «-1»)', { message: '`rate` must be a number above 0.', fixed: null }],
    [
      'observed x ~ Normal(0, 1) fit em(seed = «0.5»)',
      { message: '`seed` must be a whole number of at least 0.', fixed: null },
    ],
    [
      'observed x ~ Normal(0, 1) fit em(seed = «[1]»)',
      { message: '`seed` must be a whole number of at least 0.', fixed: null },
    ],
    [
      'network f(a) = a -> dense(1) observed x ~ Normal(f(0), 1) fit em(steps = «f(1)»)',
      { message: '`steps` must be a whole number of at least 1.', fixed: null },
    ],
  ],
  ['observed x ~ Normal(0, 1)\nfit gradient(rate = 1e-3, seed = 0, steps = 2e3)'],
);
