import { expect, it } from 'vitest';
import { analyse } from '../../../src/language/analyse';
import { numberExpected } from '../../../src/language/rules/number-expected';
import { describeRule } from '../describeRule';

describeRule(
  numberExpected,
  [
    [
      'observed x ~ Normal(«Normal(0, 1)», 1)',
      {
        message:
          '`Normal` is a distribution, and here a number is needed. To use a draw of it, define `latent z ~ Normal(…)` and write `z` here.',
        fixed: null,
      },
    ],
    [
      'observed x ~ Normal(«Normal», 1)',
      {
        message:
          '`Normal` is a distribution, and here a number is needed. To use a draw of it, define `latent z ~ Normal(…)` and write `z` here.',
        fixed: null,
      },
    ],
    [
      'let a = «Normal(0, 1)» observed x ~ Normal(a, 1)',
      {
        message:
          '`Normal` is a distribution, and here a number is needed. To use a draw of it, define `latent z ~ Normal(…)` and write `z` here.',
        fixed: null,
      },
    ],
    [
      'observed x ~ «Normal(0, 1)» + 3',
      {
        message:
          '`Normal` is a distribution, and here a number is needed. To use a draw of it, define `latent z ~ Normal(…)` and write `z` here.',
        fixed: null,
      },
    ],
    [
      'latent k ~ Bernoulli(0.5) observed x | k ~ Normal(case k { true: 1, false: «Normal(0, 1)» }, 1)',
      {
        message:
          '`Normal` is a distribution, and here a number is needed. To use a draw of it, define `latent z ~ Normal(…)` and write `z` here.',
        fixed: null,
      },
    ],
  ],
  ['latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)'],
);

const known = `latent k ~ Categorical([0.5, 0.5])
latent z[t] ~ Normal(0, 1) for t in 1..3
param v = [1, 2]
network f(a) = a -> dense(1)
observed y | k, z[1], z[2], z[3] ~ Normal(v[k] + f(z[1]) + z[2] + z[3], 1)
`;

/** Every place of the language in which a number stands, and the rule that says that a distribution does not. */
const places: readonly (readonly [place: string, code?: string])[] = [
  ['observed x ~ Normal(◊, 1)'],
  ['observed x ~ Normal(mean: 0, sd: ◊)'],
  ['observed x ~ Normal(◊, 1)^2'],
  ['observed x ~ MultivariateNormal(◊, [[1, 0], [0, 1]])'],
  ['observed x ~ MultivariateNormal([0, 0], ◊)'],
  ['observed x ~ Categorical(◊)'],
  ['observed x ~ Categorical(a: ◊, b: 0.5)'],
  ['observed x ~ Dirac(◊)'],
  ['let a = ◊ observed x ~ Normal(a, 1)'],
  ['param a = ◊ observed x ~ Normal(a, 1)'],
  ['param a: positive = ◊ observed x ~ Normal(a, 1)'],
  ['param a: interval(◊, 2) = 1 observed x ~ Normal(a, 1)'],
  ['param a: interval(0, ◊) = 1 observed x ~ Normal(a, 1)'],
  ['observed x ~ Normal([1, ◊], 1)'],
  ['observed x ~ Normal([[1, 2], [3, ◊]], 1)'],
  ['observed x ~ Normal([[1, 2], ◊], 1)'],
  ['observed x | k ~ Normal(case k { 1: 0, 2: ◊ }, 1)'],
  ['observed x | k ~ Normal(case k { 1: 0, else: ◊ }, 1)'],
  ['observed x ~ Normal(case ◊ { 1: 0, else: 2 }, 1)'],
  ['observed x ~ case ◊ { 1: Normal(0, 1), else: Normal(2, 1) }'],
  ['observed x ~ Normal(exp(◊), 1)'],
  ['observed x ~ Normal(max(1, ◊), 1)'],
  ['observed x ~ Normal(sum(◊), 1)'],
  ['observed x ~ Normal(f(◊), 1)'],
  ['network g(a) = ◊ observed x ~ Normal(g(1), 1)'],
  ['network g(a) = a + ◊ observed x ~ Normal(g(1), 1)'],
  ['network g(a) = ◊ -> dense(1) observed x ~ Normal(g(1), 1)'],
  ['network g(a) = a -> ◊ observed x ~ Normal(g(1), 1)', 'dense-place'],
  ['network g(a) = a -> ◊ -> dense(1) observed x ~ Normal(g(1), 1)', 'dense-place'],
  ['network g(a) = a -> dense(◊) observed x ~ Normal(g(1), 1)', 'dense-units'],
  ['network g(a) = a -> dense(2, ◊) observed x ~ Normal(g(1), 1)', 'unknown-activation'],
  ['observed x ~ Normal(v[◊], 1)'],
  ['observed x ~ Normal((◊)[1], 1)'],
  ['observed x ~ Normal(◊ + 1, 1)'],
  ['observed x ~ Normal(1 - ◊, 1)'],
  ['observed x ~ Normal((◊)^2, 1)'],
  ['observed x ~ Normal(2^(◊), 1)'],
  ['observed x ~ Normal(-◊, 1)'],
  ['observed x ~ ◊ + 1'],
  ['observed x ~ 2 * ◊'],
  ['observed x ~ 2^(◊)'],
  ['observed x ~ -◊'],
  ['observed x ~ [◊, 1]'],
  ['observed x ~ exp(◊)'],
  ['observed x ~ (◊)[1]'],
  ['observed x ~ v[◊]'],
  ['observed x ~ Normal(0, 1)^(◊)', 'copies-count'],
  ['observed x[t] ~ Normal(0, 1) for t in ◊..3', 'loop-range'],
  ['observed x[t] ~ Normal(0, 1) for t in 1..◊', 'loop-range'],
  ['observed x[◊] ~ Normal(0, 1)', 'chain-target'],
  ['observed x | z[◊] ~ Normal(z[1], 1)'],
  ['observed x | z[1] ~ Normal(z[◊], 1)'],
  ['latent w[1] ~ Normal(0, 1) latent w[t] | w[t-1] ~ Normal(w[t-◊], 1) for t in 2..3'],
  ['observed x ~ Normal(0, 1) data x = ◊', 'data-shape'],
  ['observed x ~ Normal(0, 1) data x = [1, ◊]', 'data-shape'],
  ['observed x ~ Normal(0, 1) fit em(steps = ◊)'],
  ['observed x ~ Normal(0, 1) view x in [0, ◊]'],
  ['observed x ~ Normal(0, 1) view x in ◊'],
  ['observed x ~ Normal(0, 1)^2 view x[◊] in [0, 1]', 'view-range'],
];

const distributions = [
  ...[
    'Normal(0, 1)',
    'Normal(0, 1)^2',
    '(Normal(0, 1)^2)^3',
    'Normal(0, 1)^0',
    'Normal(0, 1)^0.5',
    'Normal([1, 2], 1)^2',
  ],
  ...['Normal', 'Normal^2', 'Categorical(a: 0.5, b: 0.5)', 'Categorical([0.5, 0.5])^2', 'Dirac(0)', 'Dirac([1, 2])^2'],
  ...['case 1 { 1: Normal(0, 1), else: Normal(1, 1)^2 }', '(case 1 { 1: Normal(0, 1), else: Laplace(1, 1) })^2'],
];

for (const [place, code = 'number-expected'] of places)
  it(`${place}: one mistake, whatever distribution stands there`, () => {
    for (const distribution of distributions) {
      const text = known + place.replace('◊', distribution);
      const errors = analyse(text).diagnostics.filter(({ severity }) => severity === 'error');
      expect({ text, codes: errors.map((error) => error.code) }).toEqual({ text, codes: [code] });
      if (code === 'number-expected') {
        const { start, end } = errors[0]!.span;
        expect(text.slice(start, end)).toMatch(/^\w+$|^\w+\([^{}]*\)$/);
      }
    }
  });
