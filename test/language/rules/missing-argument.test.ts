import { missingArgument } from '../../../src/language/rules/missing-argument';
import { describeRule } from '../describeRule';

describeRule(
  missingArgument,
  [
    [
      'observed x ~ «Normal»(0)',
      { message: '`Normal` needs an argument for `sd`, as in `Normal(mean, sd)`.', fixed: null },
    ],
    [
      'observed x ~ «Normal»()',
      { message: '`Normal` needs arguments for `mean` and `sd`, as in `Normal(mean, sd)`.', fixed: null },
    ],
    [
      'observed x ~ «Normal»',
      {
        message: '`Normal` needs its arguments, as in `Normal(mean, sd)`.',
        fixTitle: 'Write `Normal(0, 1)`',
        fixed: 'observed x ~ Normal(0, 1)',
      },
    ],
    [
      'latent k ~ Bernoulli(0.5) observed x | k ~ case k { true: «Exponential», false: Normal(0, 1) }',
      {
        message: '`Exponential` needs its arguments, as in `Exponential(rate)`.',
        fixed: 'latent k ~ Bernoulli(0.5) observed x | k ~ case k { true: Exponential(0.5), false: Normal(0, 1) }',
      },
    ],
    ['observed x ~ «Dirac»', { message: '`Dirac` needs its arguments, as in `Dirac(value)`.', fixed: null }],
    [
      'network f(z) = z -> «dense»() latent z ~ Normal(0, 1) observed x | z ~ Normal(f(z), 1)',
      { message: '`dense` needs an argument for `units`.', fixed: null },
    ],
    [
      'network f(a, b) = a + b latent z ~ Normal(0, 1) observed x | z ~ Normal(«f»(z), 1)',
      { message: '`f` needs an argument for `b`.', fixed: null },
    ],
    ['observed x ~ Normal(«exp»(), 1)', { message: '`exp` needs its arguments: `exp(a)`.', fixed: null }],
    ['observed x ~ Normal(«dot»([1, 2]), 1)', { message: '`dot` needs its arguments: `dot(v, w)`.', fixed: null }],
    [
      'param s: «interval(0)» = 1 observed x ~ Normal(s, 1)',
      { message: '`interval` needs its two ends, as in `interval(0, 1)`.', fixed: null },
    ],
    [
      'observed x ~ «StudentT»()',
      { message: '`StudentT` needs an argument for `df`, as in `StudentT(df, loc = 0, scale = 1)`.', fixed: null },
    ],
  ],
  ['observed x ~ StudentT(3)', 'observed x ~ StudentT(3, scale: 2)'],
);
