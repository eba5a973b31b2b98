import { describeRule } from '../describeRule';

describeRule(
  'single-precision',
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
