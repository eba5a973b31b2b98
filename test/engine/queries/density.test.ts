import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { Unanswerable } from '../../../src/engine/api/unanswerable';
import { density } from '../../../src/engine/queries/density';
import { densityOf, inquire, logNormal, normal, trapezoid } from './inquire';

const within = (value: number, expected: number, error: number) => {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(error);
};

describe('the joint density', () => {
  it('of elements that depend on each other needs no integral', () => {
    const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Gamma(exp(z), 2)';
    const { logDensity, method } = densityOf(text, { x: [0.5, 2], z: [0, 1] });
    within(logDensity[0]!, logNormal(0, 0, 1) + Math.log(2) - 2 * 0.5, 1e-6);
    expect(method).toMatchObject({ name: 'direct', exact: true, badge: 'exact' });
  });

  it('of a fully observed autoregressive model is the product of its conditionals, in double precision', () => {
    const text = `
observed x[1] ~ Normal(0, 2)
observed x[2] | x[1] ~ Laplace(0.5 * x[1], 1)
observed x[t] | x[t-1], x[t-2] ~ Normal(0.6 * x[t-1] - 0.3 * x[t-2], exp(0.1 * x[t-1])) for t in 3..6`;
    const rows = [
      [0.3, -1.2, 0.4, 2, 1.1, -0.6],
      [5, 4, 3, 2, 1, 0],
    ];
    const points = Object.fromEntries(rows[0]!.map((_, t) => [`x[${t + 1}]`, rows.map((row) => row[t]!)]));
    const { logDensity, method } = densityOf(text, points);
    rows.forEach((x, i) => {
      let log = logNormal(x[0]!, 0, 2) - Math.abs(x[1]! - 0.5 * x[0]!) - Math.log(2);
      for (let t = 2; t < 6; t++) {
        log += logNormal(x[t]!, 0.6 * x[t - 1]! - 0.3 * x[t - 2]!, Math.exp(0.1 * x[t - 1]!));
      }
      within(logDensity[i]!, log, 1e-12);
    });
    expect(method.name).toBe('direct');
  });

  it('integrates over what lies between two observed elements, point by point where it must', () => {
    const text = 'observed a ~ Normal(0, 1)\nlatent z | a ~ Laplace(a, 1)\nobserved b | z ~ Normal(z, 0.5)';
    const [a, b] = [
      [0, 1, -2],
      [0.4, 1, 3],
    ];
    const { logDensity, method } = densityOf(text, { a: a!, b: b! });
    a!.forEach((at, i) => {
      const f = (z: number) => 0.5 * Math.exp(-Math.abs(z - at)) * normal(b![i]!, z, 0.5);
      const inner = trapezoid(f, at - 20, at, 40000) + trapezoid(f, at, at + 20, 40000);
      within(logDensity[i]!, logNormal(at, 0, 1) + Math.log(inner), 1e-5);
    });
    expect(method).toMatchObject({ name: 'quadrature', dimensions: 1 });
  });

  it('splits into independent integrals where known values stand between', () => {
    const text = `
latent z[t] ~ Laplace(0, 1) for t in 1..6
observed x[t] | z[t] ~ Normal(z[t], 0.7) for t in 1..6`;
    const values = [0.1, -2, 3, 0.5, 1, -1];
    const points = Object.fromEntries(values.map((x, t) => [`x[${t + 1}]`, [x]]));
    const { logDensity, method } = densityOf(text, points);
    const one = (x: number) => {
      const f = (z: number) => 0.5 * Math.exp(-Math.abs(z)) * normal(x, z, 0.7);
      return Math.log(trapezoid(f, -20, 0, 20000) + trapezoid(f, 0, 20, 20000));
    };
    within(
      logDensity[0]!,
      values.reduce((sum, x) => sum + one(x), 0),
      1e-5,
    );
    expect(method).toMatchObject({ name: 'quadrature', dimensions: 1 });
  });

  it('sums and integrates, and takes latent elements too', () => {
    const text = `
latent k ~ Bernoulli(0.3)
latent z | k ~ Normal(4 * k, 1)
observed x | z ~ Logistic(z, 0.5)`;
    const logistic = (x: number, z: number) => {
      const y = Math.exp(-Math.abs(x - z) / 0.5);
      return y / (0.5 * (1 + y) ** 2);
    };
    const { logDensity } = densityOf(text, { k: [0, 1, 1], x: [1, 1, 5] });
    [
      [0, 1],
      [1, 1],
      [1, 5],
    ].forEach(([k, x], i) => {
      const f = (z: number) => (k === 1 ? 0.3 : 0.7) * normal(z, 4 * k!, 1) * logistic(x!, z);
      within(logDensity[i]!, Math.log(trapezoid(f, -10, 14, 20000)), 1e-6);
    });
  });

  it('is in closed form for chains of Gaussians, with a mixture at the root', () => {
    const text = `
latent k ~ Categorical([0.25, 0.75])
latent z[1] | k ~ Normal(3 * k, 1)
latent z[t] | z[t-1] ~ Normal(0.5 * z[t-1], 1) for t in 2..3
observed x | z[3] ~ Normal(z[3], 0.5)`;
    const { logDensity, method } = densityOf(text, { x: [0, 1, 30] });
    const variance = ((1 * 0.25 + 1) * 0.25 + 1 + 0.25) as number;
    [0, 1, 30].forEach((x, i) => {
      const terms = [0.25, 0.75].map((w, k) => Math.log(w) + logNormal(x, (3 * (k + 1)) / 4, Math.sqrt(variance)));
      const top = Math.max(...terms);
      within(logDensity[i]!, top + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - top), 0)), 1e-11);
    });
    expect(method).toMatchObject({ name: 'gaussian', states: 2, exact: true, badge: 'exact · Gaussian, 2 states' });
  });

  it('is right at points that a common grid would miss', () => {
    const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(exp(z), 0.0001)';
    const { logDensity } = densityOf(text, { x: [0.5, 1, 3, 20] });
    [0.5, 1, 3, 20].forEach((x, i) => {
      // As good as a log-normal.
      within(logDensity[i]!, logNormal(Math.log(x), 0, 1) - Math.log(x), 2e-4);
    });
  });
});

describe('a diffusion chain', () => {
  it('has the density of the closed form within its error, wide as it is', () => {
    const text = `
latent z[1] ~ Normal(0, 1)^2
latent z[t] | z[t-1] ~ Normal(0.9 * log(exp(z[t-1])), 0.4) for t in 2..4
observed x | z[4] ~ Normal(z[4], 0.3)`;
    const { logDensity, standardError, method } = densityOf(text, { x: [0, 0, 1, -1] });
    let variance = 1;
    for (let t = 2; t <= 4; t++) variance = 0.81 * variance + 0.16;
    const sd = Math.sqrt(variance + 0.09);
    const expected = [2 * logNormal(0, 0, sd), logNormal(1, 0, sd) + logNormal(-1, 0, sd)];
    expect(method).toMatchObject({ name: 'quasi-monte-carlo', dimensions: 8, exact: false });
    expected.forEach((log, i) => {
      expect(standardError![i]!).toBeGreaterThan(0);
      expect(standardError![i]!).toBeLessThan(0.02);
      within(logDensity[i]!, log, 4 * standardError![i]!);
    });
  });

  it('gets better answers, the last of them final', () => {
    const inquiry = inquire('latent z ~ Normal(0, 1)^3\nobserved x | z ~ Logistic(sum(abs(z)), 1)', 256);
    const answers = [...density(inquiry, [inquiry.graph.byKey('x')], [Float64Array.of(0, 1)])];
    const given = answers.filter((answer) => answer !== null);
    expect(given.map(({ final }) => final)).toEqual(given.map((_, i) => i === given.length - 1));
    expect(given.length).toBeGreaterThan(1);
    expect(given.at(-1)!.standardError![0]!).toBeLessThan(given[0]!.standardError![0]!);
  });
});

describe('values', () => {
  const text = 'latent k ~ Bernoulli(0.3)\nobserved x | k ~ Exponential(1 + k)\nobserved n | k ~ Poisson(2 + k)';

  it('outside of the support have density 0', () => {
    expect(densityOf(text, { x: [-1] }).logDensity[0]).toBe(Number.NEGATIVE_INFINITY);
    expect(densityOf(text, { n: [1.5] }).logDensity[0]).toBe(Number.NEGATIVE_INFINITY);
    expect(densityOf(text, { x: [1], n: [-1] }).logDensity[0]).toBe(Number.NEGATIVE_INFINITY);
  });

  it('may be as many as there are data', () => {
    const x = Array.from({ length: 20_000 }, (_, i) => i / 1000);
    const { logDensity } = densityOf(text, { x });
    expect(logDensity).toHaveLength(20_000);
    [0, 4095, 4096, 19_999].forEach((i) => {
      const expected = Math.log(0.7 * Math.exp(-x[i]!) + 0.3 * 2 * Math.exp(-2 * x[i]!));
      within(logDensity[i]!, expected, 1e-12);
    });
  });

  it('must be whole, as many for each element, and each element once', () => {
    expect(() => densityOf(text, { x: [1, 2], n: [1] })).toThrow(Unanswerable);
    expect(() => densityOf('observed x ~ Normal([0, 1], 1)', { x: [1, 2, 3] })).toThrow(
      new Unanswerable('x takes 4 numbers, not 3: 2 for a value.'),
    );
    const inquiry = inquire(text);
    const x = inquiry.graph.byKey('x');
    expect(() => [...density(inquiry, [x, x], [Float64Array.of(1), Float64Array.of(1)])]).toThrow(
      new Unanswerable('Name every variable once.'),
    );
  });

  it('of a function of continuous variables have no density that nodes could find', () => {
    expect(() => densityOf('latent z ~ Laplace(0, 1)\nobserved x | z ~ Dirac(2 * z)', { x: [1] })).toThrow(
      /^x is a function of other variables/,
    );
  });

  it('leave no tensor behind', () => {
    densityOf(text, { x: [1] });
    const before = memory().numTensors;
    densityOf(text, { x: [1, 2] });
    densityOf('latent z ~ Normal(0, 1)^3\nobserved x | z ~ Logistic(sum(z), 1)', { x: [1] }, 256);
    expect(memory().numTensors).toBe(before);
  });
});
