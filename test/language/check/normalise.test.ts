import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/language/check/normalise';
import { sum, sumsToOne } from '../../../src/language/types/numericForm';

describe('normalise', () => {
  it.each([
    [
      [0.3, 0.5],
      ['0.375', '0.625'],
    ],
    [
      [1, 1, 1],
      ['0.333334', '0.333333', '0.333333'],
    ],
    [[2], ['1']],
    [
      [0, 4],
      ['0', '1'],
    ],
  ])('%j', (numbers, expected) => {
    expect(normalise(numbers)).toEqual(expected);
  });

  it('writes numbers that sum to 1 and keep their proportions', () => {
    const weights = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 2000 });
    fc.assert(
      fc.property(weights, (numbers) => {
        const written = normalise(numbers).map(Number);
        expect(sumsToOne(sum(written))).toBe(true);
        const total = sum(numbers);
        const worst = Math.max(...written.map((number, at) => Math.abs(number - numbers[at]! / total)));
        expect(worst).toBeLessThan(1e-3);
      }),
      { seed: 3, numRuns: 50 },
    );
  });
});
