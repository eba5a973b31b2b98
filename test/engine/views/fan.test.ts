import { describe, expect, it } from 'vitest';
import { at, fanOf, fansOf, quantiles, shares } from './fanOf';

const linear = `
latent   z[1]          ~ Normal(0, 1)
latent   z[t] | z[t-1] ~ Normal(0.9 * z[t-1], 0.4)  for t in 2..20
observed x[t] | z[t]   ~ Normal(z[t], 0.3)          for t in 1..20`;
const weather = `
latent weather[1] ~ Categorical(sunny: 0.05, rainy: 0.95)
latent weather[t] | weather[t-1] ~ case weather[t-1] {
  sunny: Categorical(sunny: 0.8, rainy: 0.2),
  rainy: Categorical(sunny: 0.3, rainy: 0.7)
} for t in 2..7
observed degrees[t] | weather[t] ~ Normal(case weather[t] { sunny: 24, rainy: 15 }, 2.5) for t in 1..7`;
const z90 = 1.6448536269514722;

describe('the fan of a linear Gaussian chain', () => {
  it('is in closed form', () => {
    const picture = fanOf(linear, 'x');
    let variance = 1;
    quantiles(picture, 4).forEach((high, k) => {
      if (k > 0) variance = 0.81 * variance + 0.16;
      expect(high).toBeCloseTo(z90 * Math.sqrt(variance + 0.09), 6);
    });
    for (const median of quantiles(picture, 2)) expect(median).toBeCloseTo(0, 9);
    expect(picture).toMatchObject({ total: 20, settled: 20, badge: 'exact · Gaussian' });
    expect(picture.indices).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it('is known at once, with paths over all of it', () => {
    const answers = fansOf(linear, 'z').filter((answer) => answer !== null);
    for (const answer of answers) {
      if (answer.kind !== 'fan' || answer.content.kind !== 'bands') throw new Error('no bands');
      expect(answer.settled).toBe(20);
      expect(answer.content.paths.map((path) => path.length)).toEqual(new Array(12).fill(20));
    }
  });

  it('given one element follows the regression on it, and goes through it', () => {
    const picture = fanOf(
      'latent z[1] ~ Normal(0, 1)\nobserved x | z[3] ~ Normal(z[3], 1)\nlatent z[t] | z[t-1] ~ Normal(z[t-1], 1) for t in 2..4',
      'z',
      [at('z', 2, 3)],
    );
    // z[1] | z[2] = 3 is Normal(1.5, √½); z[3] is Normal(3, 1); z[4] is Normal(3, √2).
    expect(quantiles(picture, 2)).toEqual([1.5, 3, 3, 3].map((value) => expect.closeTo(value, 9)));
    expect(quantiles(picture, 4)).toEqual(
      [1.5 + z90 * Math.SQRT1_2, 3, 3 + z90, 3 + z90 * Math.SQRT2].map((value) => expect.closeTo(value, 6)),
    );
    if (picture.content.kind !== 'bands') throw new Error('no bands');
    for (const path of picture.content.paths) expect(path[1]).toBe(3);
    expect(new Set(picture.content.paths.map((path) => path[0])).size).toBe(12);
  });
});

it('the fan of a chain that is nearly linear passes evidence on the way, from draws', () => {
  const short = linear.replaceAll('20', '6');
  const bent = short.replace('0.9 * z[t-1]', '0.9 * (z[t-1] + 1e-6 * sin(z[t-1]))');
  const evidence = Array.from({ length: 6 }, (_, i) => at('x', i + 1, Math.sin(i / 3)));
  const [first] = fansOf(bent, 'z', evidence).filter((answer) => answer !== null);
  const exact = fanOf(short, 'z', evidence);
  if (first?.kind !== 'fan') throw new Error('no fan');
  expect(first).toMatchObject({ settled: 0 });
  expect(first.sentence).toMatch(/^2,048 draws of the whole chain.*worth about [\d,]+ independent/);
  quantiles(first, 2).forEach((median, k) => {
    expect(Math.abs(median - quantiles(exact, 2)[k]!)).toBeLessThan(0.12);
  });
});

describe('the fan of a chain of categories', () => {
  it('is the power of its transitions', () => {
    const picture = fanOf(weather, 'weather');
    let sunny = 0.05;
    shares(picture, 0).forEach((share, k) => {
      if (k > 0) sunny = 0.8 * sunny + 0.3 * (1 - sunny);
      expect(share).toBeCloseTo(sunny, 12);
      expect(shares(picture, 1)[k]).toBeCloseTo(1 - sunny, 12);
    });
    expect(picture).toMatchObject({ badge: 'exact · sum', settled: 7, content: { labels: ['sunny', 'rainy'] } });
  });

  it('given warmth is Bayes’ rule', () => {
    const odds = (0.05 / 0.95) * Math.exp((-0.5 * (22 - 24) ** 2 + 0.5 * (22 - 15) ** 2) / 2.5 ** 2);
    expect(shares(fanOf(weather, 'weather', [at('degrees', 1, 22)]), 0)[0]).toBeCloseTo(odds / (1 + odds), 9);
  });

  it('at an observed element is certain', () => {
    const picture = fanOf(weather, 'weather', [at('weather', 3, 1)]);
    expect([shares(picture, 0)[2], shares(picture, 1)[2]]).toEqual([1, 0]);
    expect(shares(picture, 0)[3]).toBeCloseTo(0.8, 12);
  });
});

it('emissions of a hidden chain are mixtures, exactly', () => {
  const picture = fanOf(weather, 'degrees');
  expect(picture).toMatchObject({ settled: 7, badge: 'exact' });
  // Nearly the stationary share of sunny days, 0.6.
  expect(quantiles(picture, 4)[6]!).toBeGreaterThan(26);
  expect(quantiles(picture, 2)[0]!).toBeLessThan(16);
});

it('a bent chain of numbers is known on grids', () => {
  const picture = fanOf(
    'latent z[1] ~ Normal(0, 1.5)\nlatent z[t] | z[t-1] ~ Normal(2 * sin(1.5 * z[t-1]), 0.3) for t in 2..6\nobserved x | z[6] ~ Normal(z[6], 0.1)',
    'z',
  );
  expect(picture).toMatchObject({ badge: 'quadrature', settled: 6 });
  // All is symmetric about 0.
  for (const median of quantiles(picture, 2)) expect(median).toBeCloseTo(0, 8);
  expect(quantiles(picture, 4)[0]).toBeCloseTo(1.5 * z90, 6);
});

it('a bent chain of vectors is known from draws, and says of how many', () => {
  const picture = fanOf(
    'latent z[1] ~ Normal(0, 1.5)^2\nlatent z[t] | z[t-1] ~ Normal(2 * sin(1.5 * z[t-1]), 0.3) for t in 2..6\nobserved x | z[6] ~ Normal(z[6], 0.1)',
    'z',
  );
  expect(picture.badge).toBe('16,384 draws');
  expect(picture.settled).toBeLessThan(6);
  expect(picture.sentence).toMatch(/elements are known better/);
  expect(quantiles(picture, 4)[0]).toBeCloseTo(1.5 * z90, 6);
  expect(Math.abs(quantiles(picture, 2)[5]!)).toBeLessThan(0.3);
});

it('a chain of counts has quantiles that are counts', () => {
  const picture = fanOf(
    'observed n[1] ~ Poisson(3)\nobserved n[t] | n[t-1] ~ Poisson(1 + 0.5 * n[t-1]) for t in 2..3',
    'n',
  );
  for (const value of quantiles(picture, 4)) expect(Number.isInteger(value)).toBe(true);
  expect(quantiles(picture, 2)[0]).toBe(3);
});

it('a long chain is shown at 200 of its elements', () => {
  const picture = fanOf(
    'observed x[1] ~ Normal(0, 1)\nobserved x[t] | x[t-1] ~ Normal(0.5 * x[t-1], 1) for t in 2..500',
    'x',
  );
  expect(picture.indices).toHaveLength(200);
  expect([picture.indices[0], picture.indices.at(-1), picture.total]).toEqual([1, 500, 500]);
});

it('one coordinate of a vector is shown', () => {
  const picture = fanOf(
    'observed x[1] ~ Normal([1, 5], [1, 2])\nobserved x[t] | x[t-1] ~ Normal(x[t-1], 1) for t in 2..3',
    'x',
    [],
    2,
  );
  expect(quantiles(picture, 2)).toEqual([5, 5, 5].map((value) => expect.closeTo(value, 9)));
  expect(quantiles(picture, 4)[1]).toBeCloseTo(5 + z90 * Math.sqrt(5), 6);
});

it('what is no chain, or impossible, is said', () => {
  expect(fansOf(linear, 'x', [at('x', 1, 1, 2)]).at(-1)).toMatchObject({
    kind: 'none',
    reason: expect.stringMatching(/x\[1\]/),
  });
  const single = fansOf('observed x ~ Normal(0, 1)', 'x').at(-1);
  expect(single).toEqual({
    kind: 'none',
    reason: 'x is no chain: choose a variable that is defined for t in a range.',
  });
  const flat =
    'latent z[1] ~ Uniform(0, 1)\nlatent z[t] | z[t-1] ~ Uniform(z[t-1], z[t-1] + 1) for t in 2..3\nobserved x | z[3] ~ Normal(z[3], 1)';
  expect(fansOf(flat, 'z', [at('z', 3, 9)]).at(-1)).toMatchObject({
    kind: 'none',
    reason: expect.stringMatching(/impossible together/),
  });
});
