import { describe, expect, it } from 'vitest';
import type { CornerPicture } from '../../../src/engine/api/aside';
import { acrossOf, coordinate, cornerOf, cornersOf, marginalAt, massOf, pairOf } from './cornerOf';

const four =
  'observed x ~ MultivariateNormal([0, 1, 2, -1], [[1, 0.5, 0.2, 0], [0.5, 2, 0, 0.3], [0.2, 0, 1.5, 0], [0, 0.3, 0, 0.8]])';
const all = [1, 2, 3, 4].map((i) => coordinate('x', i));

/** Every pair integrates to 1 and, over one number, to the marginal of the other, as far as the ranges reach. */
function expectConsistent(picture: CornerPicture, mass: number, share: number): void {
  for (const pair of picture.pairs) {
    const { across, up } = pair;
    expect(massOf(pair, picture, up, across), `${up}, ${across}`).toBeGreaterThan(1 - mass);
    expect(massOf(pair, picture, up, across), `${up}, ${across}`).toBeLessThan(1 + mass);
    const marginal = picture.marginals[across]!;
    const highest = Math.max(...marginal.density);
    acrossOf(pair, picture.marginals[up]!.kind).forEach((density, column) => {
      const expected = marginal.kind === 'bars' ? marginal.density[column]! : marginalAt(marginal, pair.x[column]!);
      expect(Math.abs(density - expected), `${up}, ${across} at ${pair.x[column]}`).toBeLessThan(share * highest);
    });
  }
}

describe('the corner plot of a multivariate normal', () => {
  it('has the pairs in closed form', () => {
    const picture = cornerOf(four, all);
    expect(picture.marginals.map(({ choice }) => choice.coordinate)).toEqual([1, 2, 3, 4]);
    expect(picture.pairs.map(({ up, across }) => [up, across])).toEqual([
      [1, 0],
      [2, 0],
      [2, 1],
      [3, 0],
      [3, 1],
      [3, 2],
    ]);
    const pair = pairOf(picture, 3, 1);
    expect(pair).toMatchObject({ known: 'density', relativeError: 0 });
    expect(pair.badge).toContain('exact');
    // Normal([1, −1], [[2, 0.3], [0.3, 0.8]])
    const determinant = 2 * 0.8 - 0.09;
    for (const [column, row] of [
      [20, 24],
      [24, 24],
      [30, 18],
    ] as const) {
      const [a, b] = [pair.x[column]! - 1, pair.y[row]! + 1];
      const form = (0.8 * a * a - 2 * 0.3 * a * b + 2 * b * b) / determinant;
      const density = Math.exp(-form / 2) / (2 * Math.PI * Math.sqrt(determinant));
      expect(pair.density[row * pair.x.length + column]! / density).toBeCloseTo(1, 3);
    }
    expect(pairOf(picture, 1, 0).correlation).toBeCloseTo(0.5 / Math.SQRT2, 1);
    expectConsistent(picture, 2e-3, 5e-3);
  });

  it('gives the coordinates in rising order, whatever the order of the question', () => {
    const picture = cornerOf(four, [all[3]!, all[0]!]);
    expect(picture.marginals.map(({ choice }) => choice.coordinate)).toEqual([1, 4]);
  });
});

describe('the corner plot', () => {
  it('of a mixture of vectors sums over its components', () => {
    const picture = cornerOf(
      `latent   z     ~ Categorical(a: 0.4, b: 0.6)
observed x | z ~ case z { a: Normal([0, 0, 0], [1, 1, 2]), b: Normal([3, -3, 1], [1, 0.5, 1]) }`,
      [1, 2, 3].map((i) => coordinate('x', i)),
    );
    expectConsistent(picture, 3e-3, 6e-3);
    const pair = pairOf(picture, 1, 0);
    const normal = (x: number, mean: number, sd: number): number =>
      Math.exp(-0.5 * ((x - mean) / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI));
    const [x, y] = [pair.x[30]!, pair.y[15]!];
    const expected = 0.4 * normal(x, 0, 1) * normal(y, 0, 1) + 0.6 * normal(x, 3, 1) * normal(y, -3, 0.5);
    expect(pair.density[15 * pair.x.length + 30]! / expected).toBeCloseTo(1, 3);
    expect(pair.correlation).toBeLessThan(-0.5);
  });

  it('of shares has what two of them leave as a third', () => {
    const picture = cornerOf(
      'latent w ~ Dirichlet([2, 3, 4, 2])\nobserved x | w ~ Normal(w[1], 1)',
      [1, 2, 3].map((i) => coordinate('w', i)),
    );
    const pair = pairOf(picture, 1, 0);
    expect(pair.known).toBe('density');
    const [x, y] = [pair.x[10]!, pair.y[14]!];
    // Dirichlet(2, 3, 6): Γ(11) / (Γ(2) Γ(3) Γ(6)) = 3628800 / (1 · 2 · 120)
    const expected = (3628800 / 240) * x * y ** 2 * (1 - x - y) ** 5;
    expect(pair.density[14 * pair.x.length + 10]! / expected).toBeCloseTo(1, 3);
    expectConsistent(picture, 0.02, 0.03);
  });

  it('of a linear Gaussian model comes from its covariance', () => {
    const picture = cornerOf(
      `latent   z     ~ Normal([0, 0], 1)
observed x | z ~ Normal([z[1], z[1] + z[2], 2 * z[2]], 0.5)`,
      [1, 2, 3].map((i) => coordinate('x', i)),
    );
    expect(picture.pairs.every(({ badge }) => badge.startsWith('exact · Gaussian'))).toBe(true);
    expectConsistent(picture, 2e-3, 5e-3);
    // Cov(x₁, x₂) = 1, Var x₁ = 1.25, Var x₂ = 2.25: the density at the means.
    const pair = pairOf(picture, 1, 0);
    const cell = (axis: Float64Array): number => axis.findIndex((value) => value > 0);
    const [column, row] = [cell(pair.x), cell(pair.y)];
    const [a, b] = [pair.x[column]!, pair.y[row]!];
    const determinant = 1.25 * 2.25 - 1;
    const form = (2.25 * a * a - 2 * a * b + 1.25 * b * b) / determinant;
    const expected = Math.exp(-form / 2) / (2 * Math.PI * Math.sqrt(determinant));
    expect(pair.density[row * pair.x.length + column]! / expected).toBeCloseTo(1, 9);
    expect(pair.correlation).toBeCloseTo(1 / Math.sqrt(1.25 * 2.25), 1);
  });

  it('of the outputs of a network is integrated over what it decodes, after a first look at samples', () => {
    const text = `latent   z     ~ Normal([0, 0, 0], 1)
network  f(z)  = z -> dense(6, tanh) -> dense(4)
observed x | z ~ Normal(f(z), 0.4)`;
    const given = cornersOf(
      text,
      [1, 2, 4].map((i) => coordinate('x', i)),
    ).filter((answer) => answer !== null);
    const [first, last] = [given[0], given.at(-1)];
    if (first?.kind !== 'corner' || last?.kind !== 'corner') throw new Error('no corner plot');
    expect(first.pairs.map(({ known, badge }) => `${known} ${badge}`)).toContain('samples 8,192 samples');
    expect(last.pairs.every(({ known }) => known === 'density')).toBe(true);
    for (const { relativeError } of last.pairs) expect(relativeError).toBeLessThan(0.03);
    expectConsistent(last, 0.02, 0.06);
  });

  it('of several variables counts samples, and says so', () => {
    const picture = cornerOf(
      `latent   z     ~ Normal(0, 1)
observed a | z ~ Normal(z, 0.5)
observed k | z ~ Bernoulli(sigmoid(2 * z))`,
      [coordinate('a'), coordinate('k')],
    );
    const pair = pairOf(picture, 1, 0);
    expect(pair).toMatchObject({ known: 'samples', badge: '8,192 samples' });
    expect(picture.marginals.map(({ kind }) => kind)).toEqual(['curve', 'bars']);
    expect(picture.marginals[1]!.labels).toHaveLength(2);
    expect(pair.density).toHaveLength(pair.x.length * 2);
    expect(pair.correlation).toBeGreaterThan(0.4);
    expect(massOf(pair, picture, 1, 0)).toBeGreaterThan(0.99);
    expect(massOf(pair, picture, 1, 0)).toBeLessThanOrEqual(1 + 1e-9);
  });

  it('of discrete vectors has a cell for every two values', () => {
    const picture = cornerOf(
      `latent   z     ~ Bernoulli(0.3)
observed x | z ~ Bernoulli([0.1 + 0.8 * z, 0.9 - 0.8 * z, 0.5])`,
      [1, 2, 3].map((i) => coordinate('x', i)),
    );
    const pair = pairOf(picture, 1, 0);
    expect(pair.known).toBe('density');
    // p(x₁ = 1, x₂ = 1) = 0.7 · 0.1 · 0.9 + 0.3 · 0.9 · 0.1
    expect(pair.density[3]).toBeCloseTo(0.09, 6);
    expectConsistent(picture, 1e-5, 1e-5);
  });

  it('of two shares that sum to 1 shows their samples on the line', () => {
    const picture = cornerOf(
      'latent w ~ Dirichlet([2, 3])\nobserved x | w ~ Normal(w[1], 1)',
      [1, 2].map((i) => coordinate('w', i)),
    );
    expect(pairOf(picture, 1, 0)).toMatchObject({ known: 'samples', correlation: expect.closeTo(-1, 6) });
  });

  it('says what is not there any more', () => {
    const last = cornersOf(four, [all[0]!, coordinate('x', 7)]).at(-1);
    expect(last).toMatchObject({ kind: 'none', reason: 'The model has no x7 now.' });
  });
});
