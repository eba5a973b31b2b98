import { describe, expect, it } from 'vitest';
import { logAdd, logSumExp, orNothing } from '../../../src/engine/math/logSum';

const none = Number.NEGATIVE_INFINITY;

describe('logSumExp', () => {
  it('is the logarithm of the sum, however small or large its terms', () => {
    expect(logSumExp([Math.log(2), Math.log(3), none])).toBeCloseTo(Math.log(5), 15);
    expect(logSumExp([-80_000, -80_000])).toBe(-80_000 + Math.LN2);
    expect(logSumExp([900, 900])).toBe(900 + Math.LN2);
  });

  it('of nothing is −∞', () => {
    expect(logSumExp([])).toBe(none);
    expect(logSumExp([none, none])).toBe(none);
  });
});

describe('logAdd', () => {
  it('adds two', () => {
    expect(logAdd(Math.log(2), Math.log(5))).toBeCloseTo(Math.log(7), 15);
    expect(logAdd(-1000, -1000)).toBe(-1000 + Math.LN2);
    expect(logAdd(none, 3)).toBe(3);
    expect(logAdd(3, none)).toBe(3);
    expect(logAdd(none, none)).toBe(none);
  });
});

it('orNothing is −∞ for what is not defined, and no other', () => {
  expect([Number.NaN, 1, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY].map(orNothing)).toEqual([
    Number.NEGATIVE_INFINITY,
    1,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ]);
});
