import { describe, expect, it } from 'vitest';
import { families } from '../../../src/model/families';
import reference from '../../reference/distributions.json';
import * as density from './densities';

type Params = Readonly<Record<string, number>>;

/** The reference densities by family, with the parameters as the table of the references names them. */
const logs: Readonly<Record<string, (x: number, p: Params) => number>> = {
  Normal: (x, p) => density.normal(x, p.loc!, p.scale!),
  Laplace: (x, p) => density.laplace(x, p.loc!, p.scale!),
  Logistic: (x, p) => density.logistic(x, p.loc!, p.scale!),
  Cauchy: (x, p) => density.cauchy(x, p.loc!, p.scale!),
  Gumbel: (x, p) => density.gumbel(x, p.loc!, p.scale!),
  StudentT: (x, p) => density.studentT(x, p.df!, p.loc!, p.scale!),
  SkewNormal: (x, p) => density.skewNormal(x, p.loc!, p.scale!, p.alpha!),
  Uniform: (x, p) => density.uniform(x, p.low!, p.high!),
  TruncatedNormal: (x, p) => density.truncatedNormal(x, p.loc!, p.scale!, p.low!, p.high!),
  Exponential: (x, p) => density.exponential(x, p.rate!),
  Gamma: (x, p) => density.gamma(x, p.shape!, p.rate!),
  InverseGamma: (x, p) => density.inverseGamma(x, p.shape!, p.scale!),
  LogNormal: (x, p) => density.logNormal(x, p.mu!, p.sigma!),
  HalfNormal: (x, p) => density.halfNormal(x, p.scale!),
  HalfCauchy: (x, p) => density.halfCauchy(x, p.scale!),
  Weibull: (x, p) => density.weibull(x, p.shape!, p.scale!),
  Pareto: (x, p) => density.pareto(x, p.alpha!, p.scale!),
  Beta: (x, p) => density.beta(x, p.a!, p.b!),
  VonMises: (x, p) => density.vonMises(x, p.loc!, p.concentration!),
  Bernoulli: (x, p) => density.bernoulli(x === 1, p.prob!),
  Binomial: (x, p) => density.binomial(x, p.n!, p.prob!),
  BetaBinomial: (x, p) => density.betaBinomial(x, p.n!, p.a!, p.b!),
  Poisson: (x, p) => density.poisson(x, p.rate!),
  Geometric: (x, p) => density.geometric(x, p.prob!),
  NegativeBinomial: (x, p) => density.negativeBinomial(x, p.r!, p.prob!),
};

describe('the densities that answers are judged by', () => {
  it('are of every family of the language with numbers as values, but for those that references need no formula of', () => {
    const others = ['Categorical', 'DiscreteUniform', 'Dirac', 'Dirichlet', 'MultivariateNormal'];
    expect([...Object.keys(logs), ...others].sort()).toEqual(Object.keys(families).sort());
  });

  it.each(Object.keys(logs))('%s is that of 50 digits', (name) => {
    const entries = reference.distributions.filter((each) => each.name === name);
    expect(entries.length).toBeGreaterThan(0);
    const far: unknown[] = [];
    for (const { params, x, type, ...entry } of entries) {
      const logs50 = ('logpdf' in entry ? entry.logpdf : entry.logpmf) as readonly unknown[];
      x.forEach((at, i) => {
        const wanted = Number(logs50[i]);
        // Whole numbers of a discrete one; the ends of a support are not asked.
        if (typeof at !== 'number' || !Number.isFinite(wanted) || (type === 'discrete' && !Number.isInteger(at)))
          return;
        const atEnd = (at === 0 && ['Gamma', 'Weibull', 'Beta'].includes(name)) || (at === 1 && name === 'Beta');
        if (atEnd) return;
        if (name === 'VonMises' && Math.abs(at) > Math.PI) return;
        const value = logs[name]!(at, params as unknown as Params);
        if (!(Math.abs(value - wanted) <= 4e-13 * Math.max(1, Math.abs(wanted)))) far.push([params, at, value, wanted]);
      });
    }
    expect(far).toEqual([]);
  });

  it('are 0 outside of their supports', () => {
    const outside = [
      density.exponential(-1, 1),
      density.gamma(-1, 2, 1),
      density.beta(1.5, 2, 2),
      density.uniform(3, 0, 1),
      density.truncatedNormal(3, 0, 1, 0, 1),
      density.pareto(0.5, 1, 1),
      density.vonMises(4, 0, 1),
      density.binomial(5, 4, 0.5),
      density.poisson(-1, 2),
    ];
    expect(outside).toEqual(outside.map(() => Number.NEGATIVE_INFINITY));
  });
});

it('the normal distribution function is right in both tails', () => {
  // Φ(−1), Φ(−10), Φ(−40) as logarithms, from 50 digits.
  expect(density.logNormalCdf(-1)).toBeCloseTo(-1.8410216450092636, 13);
  expect(density.logNormalCdf(-10)).toBeCloseTo(-53.23128515051247, 11);
  expect(density.logNormalCdf(-40)).toBeCloseTo(-804.6084420137538, 10);
  expect(density.logNormalCdf(3)).toBeCloseTo(Math.log1p(-0.0013498980316300946), 15);
  expect(density.logNormalBetween(8, 9)).toBeCloseTo(Math.log(6.220960574271784e-16 - 1.1285884059538405e-19), 12);
});
