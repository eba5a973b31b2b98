import { expect, it } from 'vitest';
import { families } from '../../src/model/families';
import { final } from './ask';
import { densities, examples, names, type UnivariateName } from './families/densities';
import { ask } from './models';

/** A second component of the same family, beside the first. */
function beside(name: UnivariateName, parameters: readonly number[]): number[] {
  switch (name) {
    case 'Uniform':
      return [-0.5, 4];
    case 'TruncatedNormal':
      return [1, 2, -2, 3];
    case 'Categorical':
      return [0.5, 0.25, 0.25];
    case 'DiscreteUniform':
      return [0, 7];
    case 'Binomial':
      return [14, 0.75];
    case 'BetaBinomial':
      return [12, 4, 1.5];
    case 'Bernoulli':
    case 'Geometric':
      return [0.75];
    case 'NegativeBinomial':
      return [4, 0.5];
    default:
      return parameters.map((p) => 1.5 * p);
  }
}

const argument = (name: UnivariateName, parameters: readonly number[]) =>
  name === 'Categorical' ? `[${parameters.join(', ')}]` : parameters.join(', ');

/** Single values among real ones are drawn as narrow peaks, which no formula of a density has. */
const drawn = names.filter((name) => name !== 'Dirac');

it.each(drawn)('a mixture of two of %s is drawn as their weighted sum', (name) => {
  const first = examples[name][0]!;
  const second = beside(name, first);
  const preview = final(
    ask(
      `latent k ~ Bernoulli(0.25)
observed x | k ~ case k { true: ${name}(${argument(name, first)}), false: ${name}(${argument(name, second)}) }`,
      { samples: 2000, points: 64 },
    ),
  );
  expect(preview.method.badge).toBe('exact · sum over 2 states');
  const { observed } = preview;
  if (observed.kind === 'plane') throw new Error('One number has no plane.');
  expect(observed.kind).toBe(families[name].discrete ? 'bars' : 'curve');
  const inside = (parameters: readonly number[], x: number) => {
    if (name === 'Uniform') return x >= parameters[0]! && x <= parameters[1]!;
    if (name === 'DiscreteUniform') return x >= parameters[0]! && x <= parameters[1]!;
    if (name === 'TruncatedNormal') return x >= parameters[2]! && x <= parameters[3]!;
    if (name === 'Binomial' || name === 'BetaBinomial') return x <= parameters[0]!;
    if (name === 'Beta') return x > 0 && x < 1;
    if (name === 'VonMises') return Math.abs(x) <= Math.PI;
    if (name === 'Pareto') return x >= parameters[1]!;
    if (name === 'InverseGamma' || name === 'LogNormal') return x > 0;
    return families[name].support === 'reals' || x >= 0;
  };
  const density = (parameters: readonly number[], x: number) =>
    inside(parameters, x) ? Math.exp(densities[name](x, parameters)) : 0;
  const [x, heights] =
    observed.kind === 'bars' ? [observed.values, observed.probability] : [observed.x, observed.density];
  const expected = Array.from(x, (at) => 0.25 * density(first, at) + 0.75 * density(second, at));
  const peak = Math.max(...expected.filter(Number.isFinite));
  expect(peak).toBeGreaterThan(0);
  expected.forEach((value, i) => {
    // Beside an end of the support single precision may lie on the other side; a pole is drawn only so high.
    const ends = [-1e-6, 1e-6].map((step) => {
      const at = x[i]! + step * Math.max(1, Math.abs(x[i]!));
      return 0.25 * density(first, at) + 0.75 * density(second, at);
    });
    const atEnd = ends.some((end) => Math.abs(end - value) > 0.01 * peak);
    if (observed.kind === 'curve' && atEnd) return;
    expect(Math.abs(heights[i]! - value), `at ${x[i]}: ${heights[i]} for ${value}`).toBeLessThan(2e-5 * peak);
  });
  expect(preview.observed.massInside).toBeGreaterThan(0.8);
});
