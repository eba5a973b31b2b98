import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reweighted, type Shares, shareOf, sharesOf, sharesOrReason } from '../../webview/handles/shares';
import { choice } from '../engine/models';
import { readingOf } from './readings';

const observed = 'observed x | z ~ Normal(0, 1)';

function shares(text: string, count: number) {
  const reading = readingOf(text);
  return { reading, shares: sharesOf(choice('z'), reading, count) };
}

/** The probabilities after a drag, as text in the order of the bars. */
function reweightedTo(text: string, count: number, index: number, share: number, decimals = 2): number[] {
  const { reading, shares: found } = shares(text, count);
  return reweighted(found!, reading.numbers, index, share, decimals).map(({ value }) => value);
}

describe('the literals behind the bars', () => {
  test('of a param', () => {
    const { shares: found } = shares(`param w: simplex = [0.3, 0.5, 0.2]\nlatent z ~ Categorical(w)\n${observed}`, 3);
    expect(found).toEqual({
      kind: 'simplex',
      literals: [0, 1, 2].map((slot) => ({ kind: 'literal', slot, sign: 1, param: 'w' })),
    });
  });

  test('by label', () => {
    const { shares: found } = shares(`latent z ~ Categorical(a: 0.4, b: 0.6)\n${observed}`, 2);
    expect(found?.kind).toBe('simplex');
  });

  test('of a Bernoulli', () => {
    const { shares: found } = shares(`latent z ~ Bernoulli(0.3)\n${observed}`, 2);
    expect(found).toEqual({ kind: 'probability', literal: { kind: 'literal', slot: 0, sign: 1, param: null } });
  });

  test('are none where the probabilities are computed, or the variable has parents', () => {
    expect(shares(`latent z ~ Bernoulli(0.5 * 0.5)\n${observed}`, 2).shares).toBe(null);
    const child = `latent y ~ Bernoulli(0.5)\nlatent z | y ~ Bernoulli(case y { true: 0.1, false: 0.9 })\n${observed}`;
    expect(shares(child, 2).shares).toBe(null);
  });

  test('of one coordinate of several', () => {
    const reading = readingOf('latent z ~ Bernoulli([0.2, 0.7])\nobserved x | z ~ Normal(z[1], 1)');
    const slotOf = (coordinate: number) => sharesOf(choice('z', coordinate), reading, 2);
    expect(slotOf(1)).toMatchObject({ kind: 'probability', literal: { slot: 0 } });
    expect(slotOf(2)).toMatchObject({ kind: 'probability', literal: { slot: 1 } });
  });

  test('say why they cannot be set where they are no literals', () => {
    const reasonOf = (prior: string, count: number) =>
      sharesOrReason(choice('z'), readingOf(`latent z ~ ${prior}\n${observed}`), count);
    expect(reasonOf('Bernoulli(0.5 * 0.5)', 2)).toBe(
      'The p of z is an expression: no number in the text sets it alone.',
    );
    expect(reasonOf('Categorical([1/3, 1/3, 1/3])', 3)).toBe(
      'A probability of z is an expression: no number in the text sets it alone.',
    );
    expect(
      sharesOrReason(choice('z'), readingOf(`param p = 0.5\nlatent z ~ Categorical([p, p])\n${observed}`), 2),
    ).toBe('Several probabilities of z are one number in the text: they cannot be set apart.');
    expect(reasonOf('Poisson(3)', 9)).toBe(null);
  });
});

test('a share is what a literal gives of what they all give', () => {
  const { shares: three } = shares(`latent z ~ Categorical([0.3, 0.5, 0.2])\n${observed}`, 3);
  expect([0, 1, 2].map((i) => shareOf(three!, [3, 5, 2], i))).toEqual([0.3, 0.5, 0.2]);
  expect(shareOf(three!, [0, 0, 0], 1)).toBeNaN();
  const { shares: two } = shares(`latent z ~ Bernoulli(0.3)\n${observed}`, 2);
  expect([0, 1].map((i) => shareOf(two!, [0.25], i))).toEqual([0.75, 0.25]);
});

describe('a dragged bar', () => {
  const thirds = `latent z ~ Categorical([0.3, 0.5, 0.2])\n${observed}`;

  test('leaves the others their proportions', () => {
    expect(reweightedTo(thirds, 3, 1, 0.75)).toEqual([0.15, 0.75, 0.1]);
  });

  test('stops at 0 and at 1', () => {
    expect(reweightedTo(thirds, 3, 0, -0.2)).toEqual([0, 0.71, 0.29]);
    expect(reweightedTo(thirds, 3, 0, 1.7)).toEqual([1, 0, 0]);
  });

  test('gives what it leaves to all alike where the others have nothing', () => {
    expect(reweightedTo(`latent z ~ Categorical([1, 0, 0])\n${observed}`, 3, 0, 0.4)).toEqual([0.4, 0.3, 0.3]);
  });

  test('of false moves the probability of true the other way', () => {
    expect(reweightedTo(`latent z ~ Bernoulli(0.3)\n${observed}`, 2, 0, 0.6)).toEqual([0.4]);
    expect(reweightedTo(`latent z ~ Bernoulli(0.3)\n${observed}`, 2, 1, 0.6)).toEqual([0.6]);
  });

  test('keeps the sum 1 to the last digit, and never goes below 0', () => {
    const shape = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(
        shape,
        fc.nat(),
        fc.double({ min: -1, max: 2, noNaN: true }),
        fc.integer({ min: 1, max: 6 }),
        (values, i, share, decimals) => {
          const literals = values.map((_, slot) => ({ kind: 'literal', slot, sign: 1, param: null }) as const);
          const simplex: Shares = { kind: 'simplex', literals };
          const changes = reweighted(simplex, values, i % values.length, share, decimals);
          const sum = changes.reduce((total, { value }) => total + Math.round(value * 10 ** decimals), 0);
          expect(sum).toBe(10 ** decimals);
          expect(changes.every(({ value }) => value >= 0)).toBe(true);
        },
      ),
      { seed: 11 },
    );
  });
});
