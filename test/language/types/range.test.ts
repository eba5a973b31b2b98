import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absolute,
  add,
  closed,
  contains,
  divide,
  isWithin,
  monotone,
  multiply,
  negate,
  nonnegative,
  opened,
  positive,
  power,
  type Range,
  rangeOf,
  reals,
  union,
  unit,
  unitOpen,
} from '../../../src/language/types/range';

const open = (low: number, high: number): Range => ({ low, high, lowOpen: true, highOpen: true });

describe('isWithin and contains', () => {
  it('look at the ends', () => {
    expect(isWithin(unitOpen, unit)).toBe(true);
    expect(isWithin(unit, unitOpen)).toBe(false);
    expect(isWithin(positive, nonnegative)).toBe(true);
    expect(isWithin(nonnegative, positive)).toBe(false);
    expect(isWithin(closed(3, 3), positive)).toBe(true);
    expect([contains(unit, 0), contains(unitOpen, 0), contains(unitOpen, 0.5)]).toEqual([true, false, true]);
    expect(contains(reals, Number.NaN)).toBe(false);
  });
});

describe('rangeOf', () => {
  it('spans numbers, and everything where one is not finite', () => {
    expect(rangeOf([2, -1, 5])).toEqual(closed(-1, 5));
    expect(rangeOf([1, Number.POSITIVE_INFINITY])).toEqual(reals);
    expect(rangeOf([])).toEqual(reals);
  });
});

describe('arithmetic', () => {
  it.each([
    ['positive + positive', add(positive, positive), positive],
    ['0.05 + nonnegative', add(closed(0.05, 0.05), nonnegative), { ...nonnegative, low: 0.05 }],
    ['-positive', negate(positive), { low: Number.NEGATIVE_INFINITY, high: 0, lowOpen: true, highOpen: true }],
    ['positive × positive', multiply(positive, positive), positive],
    ['nonnegative × positive', multiply(nonnegative, positive), nonnegative],
    ['positive × reals', multiply(positive, reals), reals],
    ['2 × unit', multiply(closed(2, 2), unit), closed(0, 2)],
    ['1 / positive', divide(closed(1, 1), positive), positive],
    ['1 / reals', divide(closed(1, 1), reals), reals],
    ['1 / [2, 4]', divide(closed(1, 1), closed(2, 4)), closed(0.25, 0.5)],
    ['reals ^ 2', power(reals, closed(2, 2)), nonnegative],
    ['reals ^ 3', power(reals, closed(3, 3)), reals],
    ['reals ^ -2', power(reals, closed(-2, -2)), positive],
    ['positive ^ reals', power(positive, reals), positive],
    ['reals ^ 0', power(reals, closed(0, 0)), closed(1, 1)],
    ['|[-3, 2]|', absolute(closed(-3, 2)), closed(0, 3)],
    ['|[-3, -2]|', absolute(closed(-3, -2)), closed(2, 3)],
    ['exp of reals', monotone(reals, Math.exp), positive],
    ['[0, 1] opened', opened(unit), unitOpen],
    ['[1, 1] opened', opened(closed(1, 1)), closed(1, 1)],
    ['[0, 1] and (1, 2)', union(unit, open(1, 2)), { low: 0, lowOpen: false, high: 2, highOpen: true }],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('holds the result for all numbers in the operands', () => {
    const bound = fc.integer({ min: -6, max: 6 });
    const range = fc.tuple(bound, bound).map(([a, b]) => closed(Math.min(a, b), Math.max(a, b)));
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const inside = (one: Range, part: number) => Math.min(one.low + part * (one.high - one.low), one.high);
    const near = (one: Range): Range => ({ ...one, low: one.low - 1e-9, high: one.high + 1e-9 });
    fc.assert(
      fc.property(range, range, share, share, (a, b, s, t) => {
        const [x, y] = [inside(a, s), inside(b, t)];
        expect(contains(near(add(a, b)), x + y)).toBe(true);
        expect(contains(near(multiply(a, b)), x * y)).toBe(true);
        if (Number.isFinite(x / y)) expect(contains(near(divide(a, b)), x / y)).toBe(true);
        for (const exponent of [0, 1, 2, 3, -1, -2, 0.5]) {
          const value = x ** exponent;
          if (Number.isFinite(value)) expect(contains(near(power(a, closed(exponent, exponent))), value)).toBe(true);
        }
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});
