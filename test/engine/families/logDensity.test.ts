import { describe, expect, test } from 'vitest';
import { distributions } from '../../../src/engine/families';
import { dirichlet } from '../../../src/engine/families/dirichlet';
import { dirichletPair } from '../../../src/engine/families/dirichletPair';
import { multivariateNormal } from '../../../src/engine/families/multivariateNormal';
import type { FamilyName } from '../../../src/model/families';
import { univariate } from './harness';
import { entriesOf, referenceOf } from './reference';

const names = Object.keys(distributions) as FamilyName[];
const cases = names
  .filter((name) => distributions[name].kind === 'univariate')
  .flatMap((name) => referenceOf(name).map((reference) => ({ ...reference, name })));

/** 1e-12 of the value, or of the terms of up to some hundreds that make it up. */
function expectLog(made: number, log: number): void {
  if (Number.isFinite(log)) expect(Math.abs(made - log)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(log)));
  else expect(made).toBe(log);
}

describe('log densities in double precision', () => {
  test.each(cases)('of $label agree with the reference to 12 digits', ({ name, parameters, x, logProb }) => {
    const family = univariate(name);
    x.forEach((value, i) => {
      // The reference goes round the circle; here all angles lie on it once.
      if (name === 'VonMises' && Math.abs(value) > Math.PI) return;
      expectLog(family.logDensity(value, parameters), logProb[i]!);
    });
  });

  test.each(entriesOf('MultivariateNormal'))('of a MultivariateNormal $params agree with the reference', (entry) => {
    const { mean, covariance } = entry.params as { mean: number[]; covariance: number[][] };
    const made = multivariateNormal.logDensity(Float64Array.from(entry.x.flat()), mean.length, [
      ...mean,
      ...covariance.flat(),
    ])!;
    entry.logpdf!.forEach((log, i) => {
      expectLog(made[i]!, Number(log));
    });
  });

  test('of a MultivariateNormal do not exist where the covariance is not positive definite', () => {
    expect(multivariateNormal.logDensity(Float64Array.of(0, 0), 2, [0, 0, 1, 2, 2, 1])).toBeNull();
  });

  test.each(entriesOf('Dirichlet'))('of a Dirichlet $params agree with the reference', (entry) => {
    const { concentration } = entry.params as { concentration: number[] };
    const n = concentration.length;
    const made = dirichlet.logDensity(Float64Array.from(entry.x.flat()), n, concentration)!;
    entry.logpdf!.forEach((log, i) => {
      expectLog(made[i]!, Number(log));
      if (n !== 3) return;
      const point = entry.x[i] as number[];
      const pair = dirichletPair.logDensity(Float64Array.from(point.slice(0, 2)), 2, concentration)![0]!;
      if (Number.isFinite(Number(log))) expect(pair).toBeCloseTo(Number(log), 9);
    });
  });

  test('of a Dirichlet take their limits at the edge of the simplex, and are −∞ beyond', () => {
    const at = (concentration: number[], x: number[]) =>
      dirichlet.logDensity(Float64Array.from(x), 3, concentration)![0];
    expect(at([1, 1, 1], [0, 0.5, 0.5])).toBeCloseTo(Math.LN2, 14);
    expect(at([1, 1, 1], [0, 0, 1])).toBeCloseTo(Math.LN2, 14);
    expect(at([0.5, 0.5, 0.5], [0, 0.5, 0.5])).toBe(Number.POSITIVE_INFINITY);
    expect(at([2, 2, 2], [0, 0.5, 0.5])).toBe(Number.NEGATIVE_INFINITY);
    // Γ(4) / Γ(2) x₂ = 6 x₂ at x₁ = 0.
    expect(at([1, 2, 1], [0, 0.25, 0.75])).toBeCloseTo(Math.log(6 * 0.25), 14);
    expect(at([1, 1, 1], [-0.1, 0.5, 0.6])).toBe(Number.NEGATIVE_INFINITY);
    expect(at([1, 1, 1], [0.1, 0.5, 0.6])).toBe(Number.NEGATIVE_INFINITY);
  });

  test.each<[FamilyName, number[], number[]]>([
    ['Bernoulli', [0.3], [0, 1]],
    ['Categorical', [0.2, 0.3, 0.5], [1, 2, 3]],
    ['DiscreteUniform', [-2, 3], [-2, -1, 0, 1, 2, 3]],
    ['Binomial', [12, 0.3], Array.from({ length: 13 }, (_, k) => k)],
    ['Poisson', [4], Array.from({ length: 60 }, (_, k) => k)],
    ['Geometric', [0.3], Array.from({ length: 200 }, (_, k) => k)],
    ['NegativeBinomial', [2.5, 0.3], Array.from({ length: 300 }, (_, k) => k)],
    ['BetaBinomial', [12, 0.7, 2], Array.from({ length: 13 }, (_, k) => k)],
  ])('of %s(%j) sum to 1, and are −∞ elsewhere', (name, parameters, support) => {
    const { logDensity, mass } = univariate(name);
    expect(support.reduce((sum, x) => sum + Math.exp(logDensity(x, parameters)), 0)).toBeCloseTo(1, 13);
    if (mass) for (const x of support) expect(Math.log(mass(x, parameters))).toBe(logDensity(x, parameters));
    for (const x of [-3, 0.5, 2000.5]) {
      expect(logDensity(x, parameters)).toBe(Number.NEGATIVE_INFINITY);
      if (mass) expect(mass(x, parameters)).toBe(0);
    }
  });

  test.each<[FamilyName, number[], number, number]>([
    ['Binomial', [5, 0], 0, 0],
    ['Binomial', [5, 1], 5, 0],
    ['Binomial', [5, 0], 1, Number.NEGATIVE_INFINITY],
    ['Binomial', [12, 0.3], 13, Number.NEGATIVE_INFINITY],
    ['DiscreteUniform', [-2, 3], 4, Number.NEGATIVE_INFINITY],
    ['Categorical', [0.2, 0.3, 0.5], 4, Number.NEGATIVE_INFINITY],
    ['Geometric', [1], 0, 0],
    ['Geometric', [1], 1, Number.NEGATIVE_INFINITY],
    ['Bernoulli', [0], 1, Number.NEGATIVE_INFINITY],
    ['Dirac', [2], 2, 0],
    ['Dirac', [2], 2.5, Number.NEGATIVE_INFINITY],
    ['Gamma', [1, 3], 0, Math.log(3)],
    ['Gamma', [0.5, 3], 0, Number.POSITIVE_INFINITY],
    ['Gamma', [2, 3], 0, Number.NEGATIVE_INFINITY],
    ['Weibull', [1, 2], 0, -Math.LN2],
    ['Weibull', [0.5, 2], 0, Number.POSITIVE_INFINITY],
    ['Beta', [1, 3], 0, Math.log(3)],
    ['Beta', [3, 1], 1, Math.log(3)],
    ['Beta', [0.5, 0.5], 0, Number.POSITIVE_INFINITY],
    ['Beta', [2, 2], 1, Number.NEGATIVE_INFINITY],
    ['Uniform', [1, 3], 3, -Math.LN2],
    ['Exponential', [2], 0, Math.LN2],
    ['Gumbel', [0, 1e-3], -1e6, Number.NEGATIVE_INFINITY],
    ['Cauchy', [0, 1], 1e200, -Math.log(Math.PI) - 400 * Math.LN10],
    ['StudentT', [1, 0, 1], 1e200, -Math.log(Math.PI) - 400 * Math.LN10],
    ['NegativeBinomial', [2 ** 26, 1 - 2 ** -23], 0, 2 ** 26 * Math.log1p(-(2 ** -23))],
    ['NegativeBinomial', [3, 1 - 2 ** -53], 0, -3 * 2 ** -53],
  ])('of %s(%j) at the end %d of what is possible', (name, parameters, x, log) => {
    expectLog(univariate(name).logDensity(x, parameters), log);
  });
});
