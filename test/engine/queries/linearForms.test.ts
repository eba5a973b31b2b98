import { describe, expect, it } from 'vitest';
import { quantileLevels } from '../../../src/engine/api/query';
import { normalCdf } from '../../../src/engine/math/normalCdf';
import { continuous, densityOf, normal, posteriorOf, trapezoid } from './inquire';

/** log of the normal probability between two places. */
const between = (low: number, high: number) =>
  Math.log(low > 0 ? normalCdf(-low) - normalCdf(-high) : normalCdf(high) - normalCdf(low));

/** Two answers that should be the same. */
function same(a: ArrayLike<number>, b: ArrayLike<number>, relative: number) {
  expect(a.length).toBe(b.length);
  for (let i = 0; i < a.length; i++) {
    expect(Math.abs(a[i]! - b[i]!)).toBeLessThan(relative * Math.max(1, Math.abs(b[i]!)));
  }
}

describe('a linear form of many Gaussian numbers', () => {
  it.each([
    [2, 0.0014],
    [3, 0.001],
    [3, 0.15],
    [128, 1e-5],
  ])('is one number: a window about the sum of %d, %d wide', (n, w) => {
    const text = `latent z ~ Normal(0, 1)^${n}\nobserved x | z ~ Uniform(sum(z) - ${w}, sum(z) + ${w})`;
    const at = [0, 0.4, 1.1, 4, 6.51, -20].map((s) => s * Math.sqrt(n));
    const { logDensity, standardError, method } = densityOf(text, { x: at });
    expect(standardError).toBeNull();
    expect(method).toMatchObject({ name: 'quadrature', dimensions: 1 });
    const sd = Math.sqrt(n);
    same(
      logDensity,
      at.map((x) => between((x - w) / sd, (x + w) / sd) - Math.log(2 * w)),
      // The ends of the window are known to the digits of x.
      1e-10 + (1e-15 * 40 * sd) / w,
    );
  });

  it('leaves the rest Gaussian', () => {
    const [n, w, x] = [5, 0.3, 3];
    const text = `latent z ~ Normal(0, 1)^${n}\nobserved x | z ~ Uniform(sum(z) - ${w}, sum(z) + ${w})`;
    const { mean, covariance, quantiles } = continuous(posteriorOf(text, 'z', { x }));
    const f = (s: number) => normal(s, 0, Math.sqrt(n));
    const over = (g: (s: number) => number) => trapezoid(g, x - w, x + w, 4000);
    const total = over(f);
    const first = over((s) => s * f(s)) / total;
    const variance = over((s) => (s - first) ** 2 * f(s)) / total;
    same(mean, new Array(n).fill(first / n), 1e-7);
    // Given the sum the variance of one is 1 − 1/n, and the covariance of two −1/n.
    same(
      covariance,
      Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0) - 1 / n + variance / n ** 2),
      1e-7,
    );
    quantiles[0]!.forEach((q, i) => {
      const below = over((s) => f(s) * normalCdf((q - s / n) / Math.sqrt(1 - 1 / n))) / total;
      expect(Math.abs(below - quantileLevels[i]!)).toBeLessThan(1e-8);
    });
  });

  it.each<[string, string, string]>([
    // mean 1 · 0.5 + …, variance wᵀ w
    [
      'a weighted sum',
      'latent z ~ Normal([1, 0, -1], [1, 2, 0.5])\nobserved x | z ~ Laplace(dot([0.5, -1, 2], z), 0.1)',
      'latent f ~ Normal(-1.5, sqrt(0.25 + 4 + 1))\nobserved x | f ~ Laplace(f, 0.1)',
    ],
    [
      'a let of lets',
      'let s = sum(z)\nlet half = 0.5 * s + 3\nlatent z ~ Normal(0, 1)^4\nobserved x | z ~ Poisson(exp(half / 2))',
      'latent f ~ Normal(3, 1)\nobserved x | f ~ Poisson(exp(f / 2))',
    ],
    [
      'a vector with a covariance',
      'latent z ~ MultivariateNormal([1, 2], [[2, 1], [1, 3]])\nobserved x | z ~ Logistic(z[1] - 2 * z[2], 0.3)',
      'latent f ~ Normal(-3, sqrt(2 + 12 - 4))\nobserved x | f ~ Logistic(f, 0.3)',
    ],
    [
      'a linear-Gaussian tree',
      'latent m ~ Normal(2, 3)\nlatent z | m ~ Normal(m, 1)^2\nobserved x | z, m ~ StudentT(3, sum(z) - m, 0.2)',
      'latent f ~ Normal(2, sqrt(9 + 2))\nobserved x | f ~ StudentT(3, f, 0.2)',
    ],
    [
      'a form in two places',
      'latent z ~ Normal(0, 1)^3\nobserved x | z ~ Normal(exp(sum(z)), 1 + abs(2 * sum(z) - 1))',
      'latent f ~ Normal(0, sqrt(3))\nobserved x | f ~ Normal(exp(f), 1 + abs(2 * f - 1))',
    ],
    [
      'a network',
      'latent z ~ Normal(0, 1)^6\nobserved x | z ~ Normal(tanh(0.4 * dot([1, -1, 1, 2, 0, 1], z)), 0.05)',
      'latent f ~ Normal(0, sqrt(8))\nobserved x | f ~ Normal(tanh(0.4 * f), 0.05)',
    ],
    [
      'one for each value of a discrete variable',
      'latent k ~ Bernoulli(0.3)\nlatent z ~ Normal(0, 1)^3\nobserved x | z, k ~ Laplace(case k { true: 2 * sum(z), false: z[1] - z[2] + 7 }, 0.1)',
      'latent k ~ Bernoulli(0.3)\nlatent f | k ~ Normal(case k { true: 0, false: 7 }, case k { true: sqrt(12), false: sqrt(2) })\nobserved x | f ~ Laplace(f, 0.1)',
    ],
    [
      'beside another number',
      'latent r ~ Gamma(3, 1)\nlatent z ~ Normal(0, 1)^9\nobserved x | z, r ~ Logistic(sum(z) / 3, r)',
      'latent r ~ Gamma(3, 1)\nlatent f ~ Normal(0, 1)\nobserved x | f, r ~ Logistic(f, r)',
    ],
    [
      'two forms at once',
      'latent z ~ Normal(0, 1)^5\nobserved x | z ~ Logistic(sin(sum(z)) + 0.2 * dot([1, 2, 0, 0, -1], z), 0.5)',
      'latent f ~ MultivariateNormal([0, 0], [[5, 2], [2, 6]])\nobserved x | f ~ Logistic(sin(f[1]) + 0.2 * f[2], 0.5)',
    ],
  ])('is the number that it is: %s', (_, many, one) => {
    const x = many.includes('Poisson') ? [0, 3, 17] : [-1.3, 0.2, 4];
    const [found, known] = [densityOf(many, { x }), densityOf(one, { x })];
    expect(found.method.dimensions).toBe(known.method.dimensions);
    same(found.logDensity, known.logDensity, 3e-7);
  });

  it('takes what is Gaussian given them in closed form', () => {
    const text = `
latent z ~ Normal(0, 1)^3
observed y | z ~ Normal(z[1] + 0.5, 0.4)
observed x | z ~ Laplace(sum(z), 0.3)`;
    // z[1] given y is Normal((y − 0.5) / 1.16, 0.16 / 1.16).
    const [y, x] = [1.4, -0.7];
    const [mean, variance] = [(y - 0.5) / 1.16, 0.16 / 1.16];
    const reduced = `latent f ~ Normal(${mean}, sqrt(${2 + variance}))\nobserved x | f ~ Laplace(f, 0.3)`;
    const known = continuous(posteriorOf(reduced, 'f', { x }));
    const found = continuous(posteriorOf(text, 'z', { x, y }));
    const logOfY = Math.log(normal(y, 0.5, Math.sqrt(1.16)));
    expect(found.logEvidence).toBeCloseTo(known.logEvidence + logOfY, 9);
    const share = variance / (2 + variance);
    same([found.mean[0]!], [mean + share * (known.mean[0]! - mean)], 1e-8);
    same([found.covariance[0]!], [variance * (1 - share) + share ** 2 * known.covariance[0]!], 1e-8);
    // What was not seen of y follows from z[1] alone.
    const next = `${text}\nobserved w | z ~ Normal(2 * z[1], 0.1)`;
    const told = continuous(posteriorOf(next, 'w', { x, y }));
    same(told.mean, [2 * found.mean[0]!], 1e-8);
    same(told.covariance, [4 * found.covariance[0]! + 0.01], 1e-8);
  });

  it('tells of it exactly where it is what is asked for', () => {
    const text =
      'latent a ~ Normal(1, 2)\nlatent b ~ Normal(0, 1)^2\nobserved x | a ~ Laplace(a, 0.5)\nobserved y | a, b ~ Normal(a + sum(b), 1)';
    const short = 'latent a ~ Normal(1, 2)\nobserved x | a ~ Laplace(a, 0.5)\nobserved y | a ~ Normal(a, sqrt(3))';
    const [found, known] = [text, short].map((each) => continuous(posteriorOf(each, 'a', { x: 2, y: 0.3 })));
    same(found!.mean, known!.mean, 1e-9);
    same(found!.covariance, known!.covariance, 1e-9);
    same(found!.quantiles[0]!, known!.quantiles[0]!, 1e-8);
  });

  it('leaves an element certain given the form in one joint state, and not in another', () => {
    const x = 1.2;
    const text = `
latent k ~ Bernoulli(0.3)
latent z ~ Normal(0, 1)^3
observed x | z, k ~ Logistic(case k { true: sum(z), false: 2 * z[2] }, 0.1)`;
    const logistic = (mean: number) => Math.exp(-(x - mean) / 0.1) / (0.1 * (1 + Math.exp(-(x - mean) / 0.1)) ** 2);
    const sum = (f: number) => 0.3 * normal(f, 0, Math.sqrt(3)) * logistic(f);
    const own = (f: number) => 0.7 * normal(f, 0, 1) * logistic(2 * f);
    const over = (g: (f: number) => number, high: number) => trapezoid(g, -6, high, 100_000);
    const total = over(sum, 8) + over(own, 8);
    const { mean, covariance, quantiles, logEvidence } = continuous(posteriorOf(text, 'z', { x }));
    expect(logEvidence).toBeCloseTo(Math.log(total), 8);
    const first = (over((f) => (f / 3) * sum(f), 8) + over((f) => f * own(f), 8)) / total;
    const second = (over((f) => (2 / 3 + f ** 2 / 9) * sum(f), 8) + over((f) => f * f * own(f), 8)) / total;
    expect(mean[1]).toBeCloseTo(first, 8);
    expect(covariance[4]).toBeCloseTo(second - first ** 2, 8);
    quantiles[1]!.forEach((q, i) => {
      const below = over((f) => sum(f) * normalCdf((q - f / 3) / Math.sqrt(2 / 3)), 8) + over(own, q);
      expect(below / total).toBeCloseTo(quantileLevels[i]!, 7);
    });
  });

  it('is Gaussian given two of them as well', () => {
    const text = `
latent z ~ Normal(0, 1)^4
observed x | z ~ Logistic(sum(z), 0.4)
observed y | z ~ Logistic(z[1] - z[2], 0.4)`;
    // The two forms are independent: y says nothing of z[3].
    const { mean, covariance, quantiles, method } = continuous(posteriorOf(text, 'z', { x: 2, y: 1 }));
    const alone = continuous(posteriorOf(text.split('\n').slice(0, 3).join('\n'), 'z', { x: 2 }));
    expect(method.dimensions).toBe(2);
    expect(mean[2]).toBeCloseTo(alone.mean[2]!, 6);
    expect(covariance[10]).toBeCloseTo(alone.covariance[10]!, 6);
    quantiles[2]!.forEach((q, i) => {
      expect(q).toBeCloseTo(alone.quantiles[2]![i]!, 6);
    });
  });

  it('says what it does not know of what is bent', () => {
    const text = 'latent z ~ Normal(0, 1)^2\nobserved x | z ~ Uniform(sum(z * z) - 1e-6, sum(z * z) + 1e-6)';
    const { logDensity, standardError } = densityOf(text, { x: [0.3, -1] });
    [0, 1].forEach((i) => {
      if (logDensity[i] === Number.NEGATIVE_INFINITY) expect(standardError![i]).toBe(Number.POSITIVE_INFINITY);
    });
    const never = 'latent z ~ Normal(0, 1)^2\nobserved x | z ~ Exponential(exp(sum(z * z)))';
    const known = densityOf(never, { x: [1, -3] });
    expect(known.logDensity[0]).toBeGreaterThan(-5);
    expect(known.logDensity[1]).toBe(Number.NEGATIVE_INFINITY);
    expect(known.standardError).toBeNull();
  });
});

describe('ends of an integrand', () => {
  it('are found wherever they lie between the nodes', () => {
    for (const w of [0.15, 0.022, 0.0026, 1e-4]) {
      const text = `latent z ~ Normal(0, 1)\nobserved x | z ~ Uniform(z - ${w}, z + ${w})`;
      const at = Array.from({ length: 20 }, (_, i) => -6 + 0.62 * i);
      const { logDensity } = densityOf(text, { x: at });
      same(
        logDensity,
        at.map((x) => between(Math.min(Math.abs(x) - w), Math.abs(x) + w) - Math.log(2 * w)),
        1e-9,
      );
    }
  });

  it('of several windows of different width', () => {
    // z³ within w of x, and of its mirror image.
    const w = 1e-4;
    const text = `latent z ~ Normal(0, 1)\nobserved x | z ~ Uniform(z^2 - ${w}, z^2 + ${w})`;
    const at = [0.3, 2, 30];
    const { logDensity } = densityOf(text, { x: at });
    same(
      logDensity,
      at.map((x) => Math.LN2 + between(Math.sqrt(x - w), Math.sqrt(x + w)) - Math.log(2 * w)),
      1e-8,
    );
  });

  it('leave nothing where there is nothing', () => {
    const text = 'latent z ~ Uniform(-1, 1)\nobserved x | z ~ Uniform(z - 0.01, z + 0.01)';
    const { logDensity, standardError } = densityOf(text, { x: [1.02, -3, 1.005] });
    expect(Array.from(logDensity.subarray(0, 2))).toEqual([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]);
    expect(logDensity[2]).toBeCloseTo(Math.log(0.125), 8);
    expect(standardError).toBeNull();
  });
});
