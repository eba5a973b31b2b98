import { describe, expect, it } from 'vitest';
import { curveOf, final } from '../ask';
import { settled, taskOf } from '../factors/gaussian/tasks';
import { area, ask, choice } from '../models';

const logNormal = (x: number, mean: number, variance: number) =>
  -0.5 * ((x - mean) ** 2 / variance + Math.log(2 * Math.PI * variance));

const logSum = (terms: readonly number[]) => {
  const top = Math.max(...terms);
  return top + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - top), 0));
};

const chain = `
latent   z[1]          ~ Normal(0, 1)
latent   z[t] | z[t-1] ~ Normal(0.9 * z[t-1], 0.4) for t in 2..200
observed x[t] | z[t]   ~ Normal(z[t], 0.3) for t in 1..200`;

const variance = (t: number): number => (t === 1 ? 1 : 0.81 * variance(t - 1) + 0.16);

describe('a Gaussian in closed form', () => {
  it('keeps twelve digits of the logarithm out to 40 standard deviations', () => {
    const total = variance(200) + 0.09;
    const xs = [0, 1, 5, 10, 20, 40].flatMap((k) => [-k * Math.sqrt(total), k * Math.sqrt(total)]);
    const task = taskOf(chain, 'x', 200, null, xs);
    expect(task.plan).toMatchObject({ method: 'gaussian', dimensions: 0, closed: 200 });
    const { logDensity, standardError, relativeError } = settled(task);
    xs.forEach((x, i) => {
      const truth = logNormal(x, 0, total);
      expect(Math.abs(logDensity[i]! - truth)).toBeLessThan(1e-12 * Math.abs(truth));
    });
    expect({ standardError, relativeError }).toEqual({ standardError: null, relativeError: 0 });
  });

  it('is the prior of any latent of a chain too', () => {
    const { logDensity } = settled(taskOf(chain, 'z', 17, null, [0.3]));
    expect(logDensity[0]).toBeCloseTo(logNormal(0.3, 0, variance(17)), 12);
  });

  it('is the reference marginal of probabilistic PCA, coordinate by coordinate', () => {
    const text = `
latent   z     ~ Normal(0, 1)^2
observed x | z ~ Normal(matmul([[1, 0.5], [-0.3, 2], [0.8, -1]], z) + [0.5, -1, 2], 0.5)`;
    [1.5, 4.34, 1.89].forEach((each, j) => {
      const { logDensity } = settled(taskOf(text, 'x', null, j, [1.7]));
      expect(logDensity[0]).toBeCloseTo(logNormal(1.7, [0.5, -1, 2][j]!, each), 12);
    });
  });

  it('is a mixture over the discrete variables, and its components are the terms', () => {
    const text = `
latent   k        ~ Categorical([0.25, 0.75])
latent   b        ~ Bernoulli(0.5)
latent   z | k    ~ Normal([-2, 1][k], [0.5, 1][k])
observed x | z, b ~ Normal(case b { true: 2, false: -1 } * z + 1, 0.3)`;
    const xs = [-7, -2, 0, 1, 4, 30];
    const task = taskOf(text, 'x', null, null, xs);
    expect(task.plan.method).toBe('gaussian');
    expect(task.plan.components.map(({ key }) => key)).toEqual(['b']);
    const { logDensity, density, components, weights } = settled(task);
    const term = (x: number, k: number, b: number) => {
      const slope = b === 1 ? 2 : -1;
      const [mean, sd] = k === 0 ? [-2, 0.5] : [1, 1];
      return Math.log(0.5 * (k === 0 ? 0.25 : 0.75)) + logNormal(x, slope * mean + 1, (slope * sd) ** 2 + 0.09);
    };
    xs.forEach((x, i) => {
      expect(logDensity[i]).toBeCloseTo(logSum([term(x, 0, 0), term(x, 1, 0), term(x, 0, 1), term(x, 1, 1)]), 7);
      const [no, yes] = [components[0]![i]!, components[1]![i]!];
      expect(Math.abs(no + yes - density[i]!)).toBeLessThan(1e-14);
      expect(Math.abs(yes - Math.exp(logSum([term(x, 0, 1), term(x, 1, 1)])))).toBeLessThan(1e-7);
    });
    expect(weights.map((weight) => Number(weight.toFixed(7)))).toEqual([0.5, 0.5]);
  });

  it('adds up to one, and the samples agree', () => {
    const text = `
latent   k        ~ Categorical([0.2, 0.3, 0.5])
latent   z        ~ MultivariateNormal([1, -1], [[1, 0.6], [0.6, 2]])
observed x | z, k ~ Normal([1, -2, 3][k] + dot([1, 0.5], z), 0.4)`;
    const preview = final(ask(text, { samples: 100_000 }));
    const { x, density, histogram } = curveOf(preview);
    expect(preview.method.badge).toBe('exact · Gaussian for each of 3 states');
    expect(area(x, density)).toBeCloseTo(1, 3);
    const { edges, density: shares } = histogram!;
    for (let i = 0; i < shares.length; i++) {
      const middle = 0.5 * (edges[i]! + edges[i + 1]!);
      const at = x.findIndex((value) => value >= middle);
      expect(Math.abs(shares[i]! - density[at]!)).toBeLessThan(0.015);
    }
  });

  it('has a pair of coordinates with their covariance', () => {
    const text = `
latent   z     ~ Normal(0, 1)
observed x | z ~ Normal([1, 2] * z + [3, 4], 0.5)`;
    const preview = final(ask(text, { points: 24, samples: 0, observed: choice('x') }));
    if (preview.observed.kind !== 'plane') throw new Error('not a plane');
    const { x, y, density } = preview.observed;
    // Covariance [[1.25, 2], [2, 4.25]], determinant 1.3125.
    y.forEach((b, row) => {
      x.forEach((a, column) => {
        const [u, v] = [a - 3, b - 4];
        const form = (4.25 * u * u - 4 * u * v + 1.25 * v * v) / 1.3125;
        const truth = Math.exp(-0.5 * form) / (2 * Math.PI * Math.sqrt(1.3125));
        expect(Math.abs(density[row * x.length + column]! - truth)).toBeLessThan(1e-14);
      });
    });
  });

  it('gives a pair on a line, and a point, the width of a peak', () => {
    const line = final(
      ask('latent z ~ Normal(0, 1)\nobserved x | z ~ Dirac(concat(z, 2 * z))', { points: 48, samples: 0 }),
    );
    if (line.observed.kind !== 'plane') throw new Error('not a plane');
    const { x, y, density } = line.observed;
    const cell = (x[1]! - x[0]!) * (y[1]! - y[0]!);
    expect(density.reduce((a, b) => a + b, 0) * cell).toBeCloseTo(1, 2);
    const text =
      'latent k ~ Bernoulli(0.5)\nlatent z ~ Normal(0, 1)\nobserved x | k, z ~ case k { true: Normal(z, 1), false: Dirac(2) }';
    const curve = curveOf(final(ask(text, { samples: 0 })));
    expect(area(curve.x, curve.density)).toBeCloseTo(1, 2);
    const exact = settled(taskOf(text, 'x', null, null, [2, 2.5]));
    expect(exact.logDensity[0]).toBe(Number.POSITIVE_INFINITY);
    expect(exact.logDensity[1]).toBeCloseTo(Math.log(0.5) + logNormal(2.5, 0, 2), 7);
  });

  it('integrates over five thousand numbers', () => {
    const preview = final(
      ask('latent z ~ Normal(0, 1)^5000\nobserved x | z ~ Normal(sum(z), 1)', { points: 16, samples: 0 }),
    );
    expect(preview.method).toMatchObject({ name: 'gaussian', exact: true, dimensions: 5000, nodes: 1 });
    const { x, logDensity, components } = curveOf(preview);
    expect(components).toMatchObject({ kind: 'draws', of: 'z' });
    x.forEach((value, i) => {
      expect(logDensity[i]).toBeCloseTo(logNormal(value, 0, 5001), 10);
    });
  });
});
