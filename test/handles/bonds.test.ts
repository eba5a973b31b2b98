import { describe, expect, it } from 'vitest';
import { type Bond, bondChanges, bondLimits, noLocks } from '../../webview/handles/bonds';

const simplex: Bond = { kind: 'simplex', slots: [0, 1, 2] };
const ordered: Bond = { kind: 'ordered', slots: [2, 0, 1] };
const covariance: Bond = { kind: 'covariance', slots: [0, 1, 2, 3] };
const locked = (...slots: number[]): ReadonlySet<number> => new Set(slots);

/** The numbers after a change. */
function moved(bond: Bond, numbers: readonly number[], slot: number, wanted: number, locks = noLocks): number[] {
  const next = [...numbers];
  for (const { slot: at, value } of bondChanges(bond, numbers, slot, wanted, locks, 0.001)) next[at] = value;
  return next;
}

describe('probabilities', () => {
  const numbers = [0.3, 0.5, 0.2];

  it('give and take in proportion, to a sum of 1', () => {
    expect(moved(simplex, numbers, 0, 0.65)).toEqual([0.65, 0.25, 0.1]);
    expect(bondLimits(simplex, numbers, 0, noLocks, 0.001)).toEqual({ low: 0, high: 1 });
  });

  it('keep what is locked, with all of its digits', () => {
    expect(moved(simplex, numbers, 0, 0.4, locked(1))).toEqual([0.4, 0.5, 0.1]);
    const fine = moved(simplex, [0.3, 0.51234, 0.18766], 0, 0.4, locked(1));
    expect(fine).toEqual([0.4, 0.51234, 0.08766]);
    expect(bondLimits(simplex, numbers, 0, locked(1), 0.001)).toEqual({ low: 0, high: 0.5 });
  });

  it('leave a locked number in the text as it is, whatever its digits', () => {
    const numbers = [0.33333333333, 0.46666666667, 0.2];
    expect(bondChanges(simplex, numbers, 1, 0.5, locked(0), 0.001).map(({ slot }) => slot)).toEqual([1, 2]);
  });

  it('cannot move where all the others are locked, or they are locked themselves', () => {
    expect(bondLimits(simplex, numbers, 0, locked(1, 2), 0.001)).toEqual({ low: 0.3, high: 0.3 });
    expect(moved(simplex, numbers, 0, 0.4, locked(1, 2))).toEqual(numbers);
    expect(bondLimits(simplex, numbers, 0, locked(0), 0.001)).toEqual({ low: 0.3, high: 0.3 });
    expect(moved(simplex, numbers, 0, 0.4, locked(0))).toEqual(numbers);
  });
});

describe('ordered numbers', () => {
  it('stop one unit before their neighbours, in the order that they are written in', () => {
    const numbers = [2, 5, -1];
    expect(bondLimits(ordered, numbers, 0, noLocks, 0.1)).toEqual({ low: -0.9, high: 4.9 });
    expect(bondLimits(ordered, numbers, 2, noLocks, 0.1)).toEqual({ low: Number.NEGATIVE_INFINITY, high: 1.9 });
    expect(bondLimits(ordered, numbers, 1, noLocks, 0.1)).toEqual({ low: 2.1, high: Number.POSITIVE_INFINITY });
    expect(moved(ordered, numbers, 0, 3)).toEqual([3, 5, -1]);
  });

  it('end in digits that can be written', () => {
    expect(bondLimits({ kind: 'ordered', slots: [0, 1, 2] }, [1.005, 2, 3.0005], 1, noLocks, 0.001)).toEqual({
      low: 1.006,
      high: 2.999,
    });
  });

  it('stay where there is no room', () => {
    expect(bondLimits(ordered, [2, 2.05, 1.95], 0, noLocks, 0.1)).toEqual({ low: 2, high: 2 });
  });
});

describe('the ends of a range', () => {
  const range: Bond = { kind: 'ends', slots: [1, 0], lows: [1], touching: false };
  const numbers = [5, 2, 8];

  it('stop one unit before one another', () => {
    expect(bondLimits(range, numbers, 1, noLocks, 0.1)).toEqual({ low: Number.NEGATIVE_INFINITY, high: 4.9 });
    expect(bondLimits(range, numbers, 0, noLocks, 0.1)).toEqual({ low: 2.1, high: Number.POSITIVE_INFINITY });
    expect(moved(range, numbers, 1, 3)).toEqual([5, 3, 8]);
  });

  it('may be the same where the family takes that', () => {
    const { high } = bondLimits({ ...range, touching: true }, numbers, 1, noLocks, 1);
    expect(high).toBe(5);
  });

  it('of which one is the same for several stop at the nearest of these', () => {
    const several: Bond = { kind: 'ends', slots: [1, 0, 2], lows: [1], touching: false };
    expect(bondLimits(several, numbers, 1, noLocks, 0.1).high).toBe(4.9);
    expect(bondLimits(several, numbers, 2, noLocks, 0.1)).toEqual({ low: 2.1, high: Number.POSITIVE_INFINITY });
  });
});

describe('a covariance', () => {
  const numbers = [4, 1, 1, 9];

  it('has the same number on both sides of its diagonal', () => {
    expect(moved(covariance, numbers, 1, -2)).toEqual([4, -2, -2, 9]);
    expect(moved(covariance, numbers, 2, 3)).toEqual([4, 3, 3, 9]);
    expect(moved(covariance, numbers, 3, 2)).toEqual([4, 1, 1, 2]);
  });

  it('stays positive definite: |c| < √(a b), and a > c² / b', () => {
    const off = bondLimits(covariance, numbers, 1, noLocks, 0.001);
    expect(off.low).toBeCloseTo(-5.999, 9);
    expect(off.high).toBeCloseTo(5.999, 9);
    const first = bondLimits(covariance, numbers, 0, noLocks, 0.001);
    expect(first.low).toBeGreaterThan(1 / 9);
    expect(first.low).toBeLessThan(1 / 9 + 0.002);
    expect(first.high).toBe(Number.POSITIVE_INFINITY);
  });

  it('of three numbers stops where its determinant would vanish', () => {
    const bond: Bond = { kind: 'covariance', slots: [0, 1, 2, 3, 4, 5, 6, 7, 8] };
    const matrix = [1, 0.6, 0, 0.6, 1, 0.6, 0, 0.6, 1];
    // 1 − 2 · 0.36 − c² + 2 · 0.36 c = 0 at c = 1 and at c = −0.28.
    const { low, high } = bondLimits(bond, matrix, 2, noLocks, 1e-6);
    expect(low).toBeCloseTo(-0.28, 5);
    expect(high).toBeCloseTo(1, 5);
  });

  it('that is none does not move', () => {
    expect(bondLimits(covariance, [1, 3, 3, 1], 1, noLocks, 0.01)).toEqual({ low: 3, high: 3 });
  });
});
