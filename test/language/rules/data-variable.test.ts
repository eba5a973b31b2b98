import { dataVariable } from '../../../src/language/rules/data-variable';
import { describeRule } from '../describeRule';

describeRule(
  dataVariable,
  [
    [
      'latent z ~ Normal(0, 1) observed x | z ~ Normal(z, 1) data «z» = [1]',
      {
        message:
          '`z` is a latent variable, and data is for observed variables; make it observed, or take the data out.',
        fixed: 'observed z ~ Normal(0, 1) observed x | z ~ Normal(z, 1) data z = [1]',
        fixTitle: 'Make `z` observed',
      },
    ],
    [
      'param a = 1 observed x ~ Normal(a, 1) data «a» = [1]',
      { message: '`a` is a parameter, and data is for observed variables.', fixed: null },
    ],
  ],
  ['observed x ~ Normal(0, 1)\ndata x = [1, -2.5]'],
);
