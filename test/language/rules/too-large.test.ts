import { tooLarge } from '../../../src/language/rules/too-large';
import { describeRule } from '../describeRule';

describeRule(
  tooLarge,
  [
    [
      'observed «x» ~ (Normal(0, 1)^2000)^1000',
      { message: 'One draw of `x` would hold 2,000,000 numbers; 1,000,000 is the most.', fixed: null },
    ],
    [
      'observed «x»[t] ~ Normal(0, 1)^200 for t in 1..10000',
      { message: 'One draw of `x` would hold 2,000,000 numbers; 1,000,000 is the most.', fixed: null },
    ],
  ],
  ['observed x[t] ~ Normal(0, 1)^100 for t in 1..10000'],
);
