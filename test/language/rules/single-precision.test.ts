import { singlePrecision } from '../../../src/language/rules/single-precision';
import { describeRule } from '../describeRule';

describeRule(
  singlePrecision,
  [
    [
      'observed x ~ Normal(0, «1e-300»)',
      { message: 'The preview computes in single precision, where `1e-300` is 0.', severity: 'warning', fixed: null },
    ],
    [
      'observed x ~ Normal(«1e39», 1)',
      {
        message: 'The preview computes in single precision, where `1e39` is infinite.',
        severity: 'warning',
        fixed: null,
      },
    ],
    [
      'observed x ~ Normal(-«1e39», 1)',
      {
        message: 'The preview computes in single precision, where `1e39` is infinite.',
        severity: 'warning',
        fixed: null,
      },
    ],
  ],
  ['observed x ~ Normal(0, 1e-37)', 'observed x ~ Normal(3e38, 1)'],
);
