import { describe, expect, it } from 'vitest';
import { peakOf, verticalLimit } from '../../../webview/plots/curve/peak';
import { mixture, normal, threeBumps } from '../fixtures';

describe('the peak', () => {
  it('is the first of the highest points', () => {
    expect(peakOf([1, 2, 3, 4], [0, 5, 5, 1])).toEqual({ x: 2, density: 5 });
  });

  it('passes over what is not a number and may be infinite', () => {
    expect(peakOf([1, 2, 3], [Number.NaN, 1, Number.POSITIVE_INFINITY])).toEqual({ x: 3, density: Infinity });
    expect(peakOf([1], [Number.NaN])).toEqual({ x: Number.NaN, density: 0 });
    expect(peakOf([], [])).toEqual({ x: Number.NaN, density: 0 });
  });
});

describe('the top of the picture', () => {
  it('leaves room for names above the highest line', () => {
    const curve = { ...threeBumps(), histogram: null };
    expect(verticalLimit(curve)).toBeCloseTo(peakOf(curve.x, curve.density).density * 1.06, 12);
  });

  it('gives way to the samples by a quarter and no more', () => {
    const base = mixture([{ label: '1', weight: 1, mean: 0, sd: 1 }], -3, 3, [], 121);
    const spike = { edges: Float64Array.of(-1, 1), density: Float64Array.of(50), samples: 10 };
    expect(verticalLimit({ ...base, histogram: spike })).toBeCloseTo(normal(0, 0, 1) * 1.25 * 1.01, 9);
  });

  it('cuts off a pole instead of flattening all else', () => {
    const base = mixture([{ label: '1', weight: 1, mean: 0, sd: 1 }], 0, 1, [], 101);
    const density = base.x.map((x) => 0.5 / Math.sqrt(x));
    const none = { kind: 'none', items: [], total: 0, of: '', scale: 1 } as const;
    const limit = verticalLimit({ ...base, density, histogram: null, components: none });
    expect(density[0]).toBe(Number.POSITIVE_INFINITY);
    expect(limit).toBeGreaterThan(2);
    expect(limit).toBeLessThan(6);
  });

  it('of a curve that is nowhere positive is 1', () => {
    const base = mixture([{ label: '1', weight: 0, mean: 0, sd: 1 }]);
    expect(verticalLimit({ ...base, histogram: null })).toBe(1);
  });
});
