import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearScale } from '../../../webview/plots/axes/linearScale';

const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });

describe('a linear scale', () => {
  it('meets its ends exactly, whatever they are', () => {
    fc.assert(
      fc.property(finite, finite, finite, finite, (low, high, first, last) => {
        fc.pre(low !== high && first !== last);
        const scale = linearScale([low, high], [first, last]);
        const plain = (...values: number[]) => values.map((value) => value + 0);
        expect(plain(scale(low), scale(high))).toEqual(plain(first, last));
        expect(plain(scale.invert(first), scale.invert(last))).toEqual(plain(low, high));
      }),
    );
  });

  it('goes back from where it went', () => {
    fc.assert(
      fc.property(
        finite,
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.double({ min: -2, max: 3, noNaN: true }),
        (low, width, share) => {
          const scale = linearScale([low, low + width], [300, 20]);
          const value = low + share * width;
          const digits = Math.max(Math.abs(low), width) * 1e-12;
          expect(Math.abs(scale.invert(scale(value)) - value)).toBeLessThanOrEqual(digits);
        },
      ),
    );
  });

  it('grows downwards where its range does', () => {
    const scale = linearScale([0, 4], [100, 20]);
    expect([scale(1), scale(5), scale.invert(40)]).toEqual([80, 0, 3]);
    expect(scale.domain()).toEqual([0, 4]);
    expect(scale.range()).toEqual([100, 20]);
  });

  it('has no place for what is not finite', () => {
    const scale = linearScale([0, 1], [10, 0]);
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
      expect(scale(value)).toBeNaN();
  });

  it('has round ticks within its domain', () => {
    expect(linearScale([0, 0.26], [300, 20]).ticks(5)).toEqual([0, 0.05, 0.1, 0.15, 0.2, 0.25]);
    expect(linearScale([-3.2, 3.2], [0, 1]).ticks(3)).toEqual([-2, 0, 2]);
  });
});
