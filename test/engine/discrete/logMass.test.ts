import { describe, expect, it } from 'vitest';
import type { FamilyName } from '../../../src/model/families';
import { hasLogMass, logMass, mass } from '../../../webview/engine/discrete/logMass';
import reference from '../../reference/distributions.json';

type Value = number | 'Infinity' | '-Infinity' | 'NaN' | null;
interface Entry {
  readonly name: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly x: readonly Value[];
  readonly logpdf?: readonly Value[];
  readonly logpmf?: readonly Value[];
}

/** The reference's names of parameters in the order of ours. */
const orders: Readonly<Partial<Record<FamilyName, readonly string[]>>> = {
  Normal: ['loc', 'scale'],
  Laplace: ['loc', 'scale'],
  Logistic: ['loc', 'scale'],
  Cauchy: ['loc', 'scale'],
  Gumbel: ['loc', 'scale'],
};

const entries = (reference.distributions as unknown as readonly Entry[]).filter(
  ({ name }) => orders[name as FamilyName] !== undefined,
);

describe('log densities in double precision', () => {
  it.each(entries)('of $name($params) agree with the reference to 14 digits', ({ name, params, x, logpdf, logpmf }) => {
    const parameters = orders[name as FamilyName]!.map((key) => Number(params[key]));
    const expected = (logpdf ?? logpmf)!;
    x.forEach((value, i) => {
      const log = Number(expected[i]);
      const made = logMass(name as FamilyName, Number(value), parameters);
      if (!Number.isFinite(log)) expect(made).toBe(log);
      else expect(Math.abs(made - log)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(log)));
    });
  });

  it.each<[FamilyName, number[], number[]]>([
    ['Bernoulli', [0.3], [0, 1]],
    ['Categorical', [0.2, 0.3, 0.5], [1, 2, 3]],
    ['DiscreteUniform', [-2, 3], [-2, -1, 0, 1, 2, 3]],
    ['Binomial', [12, 0.3], Array.from({ length: 13 }, (_, k) => k)],
    ['Poisson', [4], Array.from({ length: 60 }, (_, k) => k)],
    ['Geometric', [0.3], Array.from({ length: 200 }, (_, k) => k)],
    ['NegativeBinomial', [2.5, 0.3], Array.from({ length: 300 }, (_, k) => k)],
    ['BetaBinomial', [12, 0.7, 2], Array.from({ length: 13 }, (_, k) => k)],
  ])('of %s(%j) sum to 1, and are −∞ elsewhere', (name, parameters, support) => {
    expect(support.reduce((sum, x) => sum + mass(name, x, parameters), 0)).toBeCloseTo(1, 13);
    for (const x of support) expect(Math.log(mass(name, x, parameters))).toBeCloseTo(logMass(name, x, parameters), 12);
    for (const x of [-3, 0.5, 2000.5]) {
      expect(logMass(name, x, parameters)).toBe(Number.NEGATIVE_INFINITY);
    }
  });

  it('of counts have their textbook values', () => {
    expect(logMass('Binomial', 3, [12, 0.3])).toBeCloseTo(Math.log(220 * 0.3 ** 3 * 0.7 ** 9), 13);
    expect(logMass('Poisson', 3, [4])).toBeCloseTo(Math.log((Math.exp(-4) * 64) / 6), 13);
    expect(logMass('Geometric', 3, [0.3])).toBeCloseTo(Math.log(0.3 * 0.343), 13);
    expect(logMass('NegativeBinomial', 3, [2, 0.3])).toBeCloseTo(Math.log(4 * 0.09 * 0.343), 13);
  });

  it('of bounded counts are −∞ above their bound', () => {
    expect(logMass('Binomial', 13, [12, 0.3])).toBe(Number.NEGATIVE_INFINITY);
    expect(logMass('DiscreteUniform', 4, [-2, 3])).toBe(Number.NEGATIVE_INFINITY);
    expect(logMass('Categorical', 4, [0.2, 0.3, 0.5])).toBe(Number.NEGATIVE_INFINITY);
  });

  it('hold at the ends of parameters', () => {
    expect(mass('Binomial', 0, [5, 0])).toBeCloseTo(1, 14);
    expect(mass('Binomial', 5, [5, 1])).toBeCloseTo(1, 14);
    expect(mass('Binomial', 1, [5, 0])).toBe(0);
    expect(mass('Geometric', 0, [1])).toBe(1);
    expect(mass('Geometric', 1, [1])).toBe(0);
    expect(mass('Bernoulli', 1, [0])).toBe(0);
  });

  it.each<[FamilyName, number[], number, number]>([
    ['Uniform', [1, 3], 2, Math.log(0.5)],
    ['Uniform', [1, 3], 3.5, Number.NEGATIVE_INFINITY],
    ['Exponential', [2], 3, Math.log(2) - 6],
    ['Exponential', [2], -1, Number.NEGATIVE_INFINITY],
    ['HalfNormal', [2], 2, Math.log(2) + logMass('Normal', 2, [0, 2])],
    ['HalfNormal', [2], -0.1, Number.NEGATIVE_INFINITY],
    ['HalfCauchy', [2], 2, Math.log(2) + logMass('Cauchy', 2, [0, 2])],
    ['HalfCauchy', [2], -0.1, Number.NEGATIVE_INFINITY],
    ['LogNormal', [1, 2], Math.E, logMass('Normal', 1, [1, 2]) - 1],
    ['LogNormal', [1, 2], 0, Number.NEGATIVE_INFINITY],
    ['Dirac', [2.5], 2.5, 0],
    ['Dirac', [2.5], 2, Number.NEGATIVE_INFINITY],
  ])('of %s(%j) at %d is %d', (name, parameters, x, log) => {
    const made = logMass(name, x, parameters);
    if (Number.isFinite(log)) expect(made).toBeCloseTo(log, 13);
    else expect(made).toBe(log);
  });

  it('are not known of families with special functions', () => {
    expect(hasLogMass('Normal')).toBe(true);
    expect(hasLogMass('VonMises')).toBe(false);
  });
});
