import { describe, expect, it } from 'vitest';
import { quantileLevels } from '../../../src/engine/api/query';
import { expectation } from '../../../src/engine/queries/expectation';
import { finalAnswer, inquire, seen, trapezoid, truth } from './inquire';
import { sampleAll } from './sampleAll';

function expected(text: string, of: string, values: Readonly<Record<string, number>> = {}) {
  const inquiry = inquire(text);
  return finalAnswer(expectation(inquiry, inquiry.graph.byKey(of), seen(values)));
}

describe('the expectation', () => {
  it('of a mixture is that of its components, and its quantiles invert its distribution function', () => {
    const text = `
latent k ~ Bernoulli(0.3)
observed x | k ~ case k { false: Exponential(2), true: Uniform(4, 5) }`;
    const { mean, sd, quantiles, method } = expected(text, 'x');
    expect(mean[0]!).toBeCloseTo(0.7 * 0.5 + 0.3 * 4.5, 6);
    const second = 0.7 * 0.5 + 0.3 * (4.5 ** 2 + 1 / 12);
    expect(sd[0]!).toBeCloseTo(Math.sqrt(second - mean[0]! ** 2), 6);
    const cdf = (x: number) => 0.7 * (1 - Math.exp(-2 * x)) + 0.3 * Math.min(1, Math.max(0, x - 4));
    quantileLevels.forEach((u, i) => {
      expect(cdf(quantiles[0]![i]!)).toBeCloseTo(u, 9);
    });
    expect(method).toMatchObject({ name: 'sum', exact: true });
  });

  it('of a family is that of the family', () => {
    const { mean, sd, quantiles } = expected('observed x ~ Gamma(3, 2)', 'x');
    expect([mean[0], sd[0]]).toEqual([1.5, Math.sqrt(0.75)]);
    const density = (x: number) => 4 * x * x * Math.exp(-2 * x);
    expect(trapezoid(density, 0, quantiles[0]![4]!, 20000)).toBeCloseTo(0.75, 8);
    expect(expected('observed x ~ Cauchy(1, 2)', 'x').mean[0]).toBeNaN();
    expect(expected('observed x ~ Cauchy(1, 2)', 'x').quantiles[0]![3]).toBeCloseTo(1, 12);
  });

  it('of a count has the reference moments', () => {
    const text = 'latent k ~ Bernoulli(0.3)\nobserved x | k ~ case k { true: Dirac(0), false: Poisson(4.2) }';
    const { mean, covariance, quantiles } = expected(text, 'x');
    const { mean: first, variance } = truth<{ mean: number; variance: number }>('zero-inflated-poisson');
    expect(mean[0]!).toBeCloseTo(first, 7);
    expect(covariance[0]!).toBeCloseTo(variance, 6);
    // P(x ≤ 2) = 0.447, P(x ≤ 3) = 0.577.
    expect(quantiles[0]![3]).toBe(3);
    expect(quantiles[0]![0]).toBe(0);
  });

  it('of a vector has a covariance, from the law and from what it depends on', () => {
    const text = `
latent k ~ Bernoulli(0.5)
observed x | k ~ MultivariateNormal([4 * k, -2 * k], [[2, 0.5], [0.5, 1]])`;
    const { mean, covariance, size } = expected(text, 'x');
    expect(size).toBe(2);
    [2, -1].forEach((value, j) => {
      expect(mean[j]!).toBeCloseTo(value, 6);
    });
    [2 + 4, 0.5 - 2, 0.5 - 2, 1 + 1].forEach((value, i) => {
      expect(covariance[i]!).toBeCloseTo(value, 6);
    });
  });

  it('given evidence is that of the posterior', () => {
    const { mean, sd } = expected('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 0.5)', 'z', { x: 2 });
    expect(mean[0]!).toBeCloseTo(1.6, 12);
    expect(sd[0]!).toBeCloseTo(Math.sqrt(0.2), 12);
  });

  it.each([
    'latent z ~ Normal(0, 1)\nobserved x | z ~ Logistic(sin(z), 0.5)',
    'latent z ~ Normal(0, 1)^3\nobserved x | z ~ Logistic(sum(z), 0.5)',
    'latent k ~ Categorical([0.2, 0.5, 0.3])\nobserved x | k ~ Laplace(k, 0.5)',
  ])('agrees with samples: %s', (text) => {
    const { mean, sd, quantiles } = expected(text, 'x');
    const count = 50_000;
    const samples: number[] = [];
    for (const { names, columns } of sampleAll(inquire(text), count)) samples.push(...columns[names.indexOf('x')]!);
    const average = samples.reduce((a, b) => a + b, 0) / count;
    expect(Math.abs(average - mean[0]!)).toBeLessThan((5 * sd[0]!) / Math.sqrt(count));
    quantileLevels.forEach((u, i) => {
      const below = samples.filter((x) => x <= quantiles[0]![i]!).length / count;
      expect(Math.abs(below - u)).toBeLessThan(5 * Math.sqrt((u * (1 - u)) / count) + 2e-3);
    });
  });
});
