import { reservedName } from '../../../src/language/rules/reserved-name';
import { describeRule } from '../describeRule';

describeRule(
  reservedName,
  [
    [
      'network «exp»(z) = z -> dense(1) latent z ~ Normal(0, 1) observed x | z ~ Normal(exp(z), 1)',
      { message: '`exp` is a built-in function; give the network another name.', fixed: null },
    ],
    [
      'network «Normal»(z) = z -> dense(1) observed x ~ Laplace(0, 1)',
      { message: '`Normal` is a distribution; give the network another name.', fixed: null },
    ],
    [
      'network «dense»(z) = 2 * z observed x ~ Laplace(0, 1)',
      { message: '`dense` is the layer of a network; give the network another name.', fixed: null },
    ],
  ],
  ['param exp = 1\nobserved x ~ Normal(exp, 1)'],
);
