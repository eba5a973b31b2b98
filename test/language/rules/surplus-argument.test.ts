import { surplusArgument } from '../../../src/language/rules/surplus-argument';
import { describeRule } from '../describeRule';

describeRule(
  surplusArgument,
  [
    ['observed x ~ Normal(0, 1, «2, 3»)', { message: '`Normal` takes 2 arguments only.', fixed: null }],
    [
      'observed x ~ Categorical(«0.3, 0.7»)',
      {
        message: '`Categorical` takes one vector; put the numbers in brackets.',
        fixed: 'observed x ~ Categorical([0.3, 0.7])',
        fixTitle: 'Put the numbers in brackets',
      },
    ],
    ['observed x ~ Normal(exp(1, «2»), 1)', { message: '`exp` takes 1 argument only.', fixed: null }],
    [
      'param s: positive(«1») = 1 observed x ~ Normal(0, s)',
      { message: '`positive` takes no arguments.', fixed: null },
    ],
    [
      'network f(z) = z -> dense(1, tanh, «2») latent z ~ Normal(0, 1) observed x | z ~ Normal(f(z, «z»), 1)',
      { message: '`dense` takes 2 arguments only.', fixed: null },
      { message: '`f` takes 1 argument only.', fixed: null },
    ],
  ],
  ['observed x ~ TruncatedNormal(0, 1, -1, 1)'],
);
