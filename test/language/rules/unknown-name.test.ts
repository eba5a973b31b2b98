import { unknownName } from '../../../src/language/rules/unknown-name';
import { describeRule } from '../describeRule';

describeRule(
  unknownName,
  [
    [
      'observed x ~ Normal(«mue», 1)\nparam mu = 0',
      {
        message: 'Nothing defines `mue`. Did you mean `mu`?',
        fixed: 'observed x ~ Normal(mu, 1)\nparam mu = 0',
        fixTitle: 'Change to `mu`',
      },
    ],
    ['observed x | «k» ~ Normal(0, 1)', { message: 'There is no variable `k`.', fixed: null }],
    [
      'latent z ~ Normal(0, 1) observed x | z ~ Normal(«zz», 1)',
      { message: 'Nothing defines `zz`. Define it, for example as `param zz = 1`.', fixed: null },
    ],
    ['observed x ~ Normal(0, 1)\ndata «y» = [1]', { message: 'There is no observed variable `y`.', fixed: null }],
    ['observed x ~ Normal(0, 1)\nview «y» in [0, 1]', { message: 'There is no variable `y`.', fixed: null }],
    ['observed x ~ Normal(«exp», 1)', { message: '`exp` is a function: call it, as in `exp(…)`.', fixed: null }],
    [
      'latent b ~ Bernoulli(0.5)\nobserved x | b ~ Normal(b + «True», 1)',
      {
        message: 'Nothing defines `True`. Did you mean `true`?',
        fixed: 'latent b ~ Bernoulli(0.5)\nobserved x | b ~ Normal(b + true, 1)',
        fixTitle: 'Change to `true`',
      },
    ],
    [
      'network f(z) = z + «zx»\nlatent z ~ Normal(0,1)\nobserved x | z ~ Normal(f(z), 1)',
      { message: 'Nothing defines `zx`. Define it, for example as `param zx = 1`.', fixed: null },
    ],
    [
      'observed x ~ Normal(mu[«k»], 1)\nparam mu = [1, 2]',
      { message: 'Nothing defines `k`. Define it, for example as `param k = 1`.', fixed: null },
    ],
  ],
  [
    'observed x ~ Normal(μ, 1)\nparam μ = 0',
    'latent z ~ Normal(0, 1)\nnetwork f(a) = a -> dense(1, tanh)\nobserved x | z ~ Normal(f(z), 1)',
    'latent k ~ Categorical(a: 0.5, b: 0.5)\nobserved x | k ~ Normal(case k { a: 1, b: 2 }, 1)',
  ],
);
