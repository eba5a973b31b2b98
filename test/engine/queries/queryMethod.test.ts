import { describe, expect, it } from 'vitest';
import { leastExact, percent, queryMethod, type Work } from '../../../src/engine/queries/queryMethod';
import { inquire } from './inquire';

const { graph } = inquire('latent z ~ Normal(0, 1)\nlatent k ~ Bernoulli(0.5)\nobserved x | z, k ~ Normal(z + k, 1)');
const [z, k] = ['z', 'k'].map((key) => graph.byKey(key)) as [
  ReturnType<typeof graph.byKey>,
  ReturnType<typeof graph.byKey>,
];
const work = (of: Partial<Work>): Work => ({
  method: 'sum',
  free: [k],
  states: 2,
  nodes: 1,
  dimensions: 0,
  error: 0,
  truncated: [],
  ...of,
});

describe('the method of a query', () => {
  it('is direct where nothing is unknown', () => {
    expect(queryMethod([work({ method: 'direct', free: [] })], 'x')).toEqual({
      name: 'direct',
      exact: true,
      badge: 'exact',
      sentence: 'x depends on no unknown variable and is evaluated directly.',
      states: 1,
      nodes: 1,
      dimensions: 0,
      relativeError: 0,
    });
  });

  it('takes its name from the least exact part, and says something of each', () => {
    const method = queryMethod(
      [work({}), work({ method: 'quadrature', free: [z], states: 1, nodes: 512, dimensions: 1, error: 2e-3 })],
      'x',
    );
    expect(method).toMatchObject({ name: 'quadrature', exact: false, nodes: 512, dimensions: 1, relativeError: 2e-3 });
    expect(method.badge).toBe('quadrature · 512 nodes · ±0.2 %');
    expect(method.sentence).toBe(
      'The sum over all values of k is exact. z: the integral is a sum over 512 nodes, refined until its error is about 0.2 %.',
    );
  });

  it('is exact for sums and Gaussians', () => {
    expect(queryMethod([work({})], 'x').badge).toBe('exact · sum over 2 states');
    const gaussian = queryMethod([work({ method: 'gaussian', free: [k, z], dimensions: 1, error: 0.5 })], 'x');
    expect(gaussian).toMatchObject({ exact: true, badge: 'exact · Gaussian, 2 states', relativeError: 0 });
  });

  it('writes the joint states of many variables readably, and no hundred digits', () => {
    const chain = work({ states: 20 ** 200, counts: new Array(200).fill(20) });
    expect(queryMethod([chain], 'x').badge).toBe('exact · sum over 200 variables of 20 states');
    const longer = work({ states: Number.POSITIVE_INFINITY, counts: [...new Array(500).fill(20), 3] });
    expect(queryMethod([longer], 'x').badge).toBe('exact · sum over 9.8×10⁶⁵⁰ states');
    const both = work({ method: 'quadrature', free: [z], states: 2 ** 100, nodes: 512, dimensions: 1 });
    expect(queryMethod([both], 'x').sentence).toContain('for each of 1.3×10³⁰ joint states');
  });

  it('tells of draws, where they come from and what was left out', () => {
    const drawn = work({ method: 'importance', free: [z], nodes: 4096, dimensions: 7, error: 0.05, states: 1 });
    expect(queryMethod([drawn], 'x').badge).toBe('4,096 draws · ±5 %');
    expect(queryMethod([{ ...drawn, fitted: true, truncated: ['n'] }], 'x').sentence).toBe(
      'z: 4,096 quasi-random draws of 7 independent numbers, from a Gaussian fitted to the posterior, weighted by the evidence. Very unlikely values of n are left out.',
    );
  });

  it('does not go on for ever', () => {
    const { sentence } = queryMethod(
      Array.from({ length: 9 }, () => work({})),
      'x',
    );
    expect(sentence).toContain('So it goes for 6 more independent groups of unknown variables.');
  });
});

it('percent has two digits, however small', () => {
  expect([0, 0.123456, 0.00002, 1e-9].map(percent)).toEqual(['0 %', '12 %', '0.002 %', '1e-7 %']);
});

describe('the method of a ratio', () => {
  const exact = queryMethod([work({})], 'x');
  const rough = queryMethod([work({ method: 'quadrature', free: [z], nodes: 512, dimensions: 1, error: 2e-3 })], 'x');

  it('is that of the part that is known less well, whichever it is', () => {
    expect(leastExact(exact, rough)).toMatchObject({ name: 'quadrature', exact: false, relativeError: 2e-3 });
    expect(leastExact(rough, exact)).toMatchObject({ name: 'quadrature', exact: false, relativeError: 2e-3 });
    expect(leastExact(exact, exact).exact).toBe(true);
  });

  it('says something of both', () => {
    expect(leastExact(exact, rough).sentence).toBe(
      `${exact.sentence} The probability of the evidence: ${rough.sentence}`,
    );
  });
});
