import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closest, distance } from '../../../src/language/syntax/didYouMean';

const families = [
  'Normal',
  'LogNormal',
  'HalfNormal',
  'Categorical',
  'Cauchy',
  'HalfCauchy',
  'Beta',
  'BetaBinomial',
  'Gamma',
];

describe('closest', () => {
  it.each([
    ['Normla', 'Normal'],
    ['norml', 'Normal'],
    ['NORMAL', 'Normal'],
    ['Lognormal', 'LogNormal'],
    ['Cachy', 'Cauchy'],
    ['Betta', 'Beta'],
    ['Catgorical', 'Categorical'],
    ['Cat', 'Categorical'],
    ['Gam', 'Gamma'],
  ])('%s is %s', (word, meant) => {
    expect(closest(word, families)).toBe(meant);
  });

  it.each(['Weibull', 'Xyz', '', 'N', 'Bet1Gam', 'Hal'])('%j is none of them', (word) => {
    expect(closest(word, families)).toBeNull();
  });

  it('tells short names apart only by a swap', () => {
    expect(closest('nu', ['mu'])).toBeNull();
    expect(closest('um', ['mu'])).toBe('mu');
    expect(closest('x', ['z', 'y'])).toBeNull();
    expect(closest('X', ['z', 'x'])).toBe('x');
    expect(closest('std', ['mean', 'sd'])).toBe('sd');
  });

  it('prefers the candidate that agrees in case, then the first', () => {
    expect(closest('signa', ['SIGMA', 'sigma'])).toBe('sigma');
    expect(closest('cat', ['bat', 'rat'])).toBe('bat');
  });

  it('never answers with the word itself', () => {
    expect(closest('mean', ['mean'])).toBeNull();
    expect(closest('mean', ['mean', 'means'])).toBe('means');
  });

  it('leaves very long words alone', () => {
    const long = 'a'.repeat(100_000);
    expect(closest(`${long}b`, [long])).toBeNull();
  });

  it('looks at a bounded number of candidates', () => {
    let asked = 0;
    function* endless() {
      for (;;) {
        asked++;
        yield 'q'.repeat(50);
      }
    }
    expect(closest('abc', endless())).toBeNull();
    expect(asked).toBe(1001);
  });
});

describe('distance', () => {
  it.each([
    ['latnet', 'latent', 1],
    ['parm', 'param', 1],
    ['observd', 'observed', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('%s to %s is %d', (a, b, steps) => {
    expect(distance(a, b, 10)).toBe(steps);
    expect(distance(b, a, 10)).toBe(steps);
  });

  it('says more than the limit where it is more', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 12 }),
        fc.string({ maxLength: 12 }),
        fc.integer({ min: 0, max: 12 }),
        (a, b, limit) => {
          const exact = distance(a, b, 100);
          const bounded = distance(a, b, limit);
          expect(bounded > limit).toBe(exact > limit);
          if (exact <= limit) expect(bounded).toBe(exact);
        },
      ),
      { seed: 0, numRuns: 300 },
    );
  });
});
