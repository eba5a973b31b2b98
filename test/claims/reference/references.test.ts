import { describe, expect, it } from 'vitest';
import { families } from '../../../src/model/families';
import reference from '../../reference/distributions.json';
import { forwardBackward, kalman, smoothOnGrid } from './chain';
import * as density from './densities';
import { crossings, integrate, logSum, sum } from './integral';

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

const near = (value: number, wanted: number, tolerance: number) =>
  expect(Math.abs(value - wanted)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)));

describe('the integral that answers are judged by', () => {
  it('of a Normal under a Normal is a Normal, near and far, wide and narrow', () => {
    for (const [x, sd] of [
      [0.3, 1],
      [25, 0.5],
      [-4, 1e-5],
      [3, 200],
    ] as const) {
      const total = Math.hypot(1, sd);
      const found = integrate({
        log: (z) => density.normal(z, 0, 1) + density.normal(x, z, sd),
        low: -60,
        high: 60,
        points: [
          { at: 0, scale: 0.5 },
          { at: x, scale: sd / 2 },
        ],
      });
      const [mean, spread] = [x / total ** 2, sd / total];
      near(found.log, density.normal(x, 0, total), 1e-11);
      near(found.mean, mean, 1e-10);
      near(found.sd / spread, 1, 1e-9);
      for (const level of [-2, -0.3, 0, 1.7]) near(found.cdf(mean + level * spread), density.normalCdf(level), 1e-9);
    }
  });

  it('agrees with other software where a mean meets a value at many places', () => {
    // `narrow-sine` and `wavy` of the faults.
    const f = (z: number) => Math.sin(2 * z);
    const sine = (x: number) =>
      integrate({
        log: (z) => density.normal(z, 0, 1) + density.normal(x, f(z), 0.001),
        low: -12,
        high: 12,
        points: crossings(f, x, -12, 12, 0.00005),
      }).log;
    near(sine(-0.2), -1.1237012434450786, 1e-9);
    near(sine(0.9), -0.3147440601838645, 1e-9);
    const g = (z: number) => z * Math.cos(4 * z);
    const wave = (x: number) =>
      integrate({
        log: (z) => density.normal(z, 0, 2) + density.normal(x, g(z), 0.05),
        low: -24,
        high: 24,
        points: crossings(g, x, -24, 24, 0.002),
      }).log;
    near(wave(1.2), -2.2061542955622477, 1e-9);
    near(wave(3), -3.234304029442546, 1e-9);
  });

  it('goes by another coordinate where one is given', () => {
    const found = integrate({
      log: (u) => density.gamma(Math.exp(u), 0.7, 2) + u,
      value: Math.exp,
      low: -60,
      high: 5,
      points: [{ at: -1, scale: 0.2 }],
    });
    near(found.log, 0, 1e-12);
    near(found.mean, 0.35, 1e-11);
    near(found.sd, Math.sqrt(0.7) / 2, 1e-10);
  });

  it('refuses what its panels do not resolve', () => {
    expect(() =>
      integrate({ log: (z) => density.normal(Math.sin(1e6 * z), 0.2, 0.001), low: 0, high: 1, points: [] }),
    ).toThrow('does not settle');
  });
});

it('sums without losing what is small', () => {
  expect(sum([1e16, 1, -1e16])).toBe(1);
  expect(logSum([-1000, -1000])).toBeCloseTo(-1000 + Math.LN2, 12);
  expect(logSum([Number.NEGATIVE_INFINITY])).toBe(Number.NEGATIVE_INFINITY);
});

describe('the chains that answers are judged by', () => {
  const [a, q, r] = [0.8, 0.5, 0.7];
  const xs = [0.3, -1.2, 0.4, 2.1, 1.7, -0.3];

  it.each([0, 2, 5])('are smoothed on a grid as by Kalman and Rauch, where both can: step %d', (step) => {
    const exact = kalman(xs, { a, q, r, first: 1 }, step);
    const chain = {
      start: (z: number) => density.normal(z, 0, 1),
      next: (z: number, before: number) => density.normal(z, a * before, q),
      seen: (t: number, z: number) => density.normal(xs[t]!, z, r),
      steps: xs.length,
      low: -9,
      high: 9,
      spacing: 0.1,
    };
    const grid = smoothOnGrid(chain, step);
    near(grid.logEvidence, exact.logEvidence, 1e-11);
    near(grid.mean, exact.mean, 1e-11);
    near(grid.sd, exact.sd, 1e-11);
  });

  it('are refused on a grid that is too coarse', () => {
    const coarse = {
      start: (z: number) => density.normal(z, 0, 1),
      next: (z: number, before: number) => density.normal(z, before, 0.02),
      seen: (t: number, z: number) => density.normal(xs[t]!, z, r),
      steps: xs.length,
      low: -9,
      high: 9,
      spacing: 0.1,
    };
    expect(() => smoothOnGrid(coarse, 3)).toThrow('too coarse');
  });

  it('of states sum over all paths', () => {
    const start = [0.3, 0.7];
    const next = [
      [0.9, 0.1],
      [0.4, 0.6],
    ];
    const seen = xs.slice(0, 4).map((x) => [density.normal(x, -1, 1), density.normal(x, 1, 2)]);
    const paths = Array.from({ length: 16 }, (_, code) => [0, 1, 2, 3].map((t) => (code >> t) & 1));
    const log = (path: readonly number[]) =>
      path.reduce((total, k, t) => total + Math.log(t === 0 ? start[k]! : next[path[t - 1]!]![k]!) + seen[t]![k]!, 0);
    const total = logSum(paths.map(log));
    for (const step of [0, 1, 3]) {
      const { logEvidence, probabilities } = forwardBackward(start, next, seen, step);
      near(logEvidence, total, 1e-13);
      near(probabilities[1]!, Math.exp(logSum(paths.filter((path) => path[step] === 1).map(log)) - total), 1e-13);
    }
  });
});
