import { notAFunction } from '../../../src/language/rules/not-a-function';
import { describeRule } from '../describeRule';

describeRule(
  notAFunction,
  [
    [
      'param mu = [1, 2] latent z ~ Categorical([0.5, 0.5]) observed x | z ~ Normal(«mu»(z), 1)',
      {
        message: '`mu` is a parameter and cannot be called; to pick an element write `mu[z]`.',
        fixed: 'param mu = [1, 2] latent z ~ Categorical([0.5, 0.5]) observed x | z ~ Normal(mu[z], 1)',
        fixTitle: 'Change to `mu[z]`',
      },
    ],
    [
      'param mu = 1 observed x ~ Normal(«mu»(), 1)',
      { message: '`mu` is a parameter and cannot be called.', fixed: null },
    ],
  ],
  ['param mu = [1, 2]\nlatent z ~ Categorical([0.5, 0.5])\nobserved x | z ~ Normal(mu[z], 1)'],
);
