import { describe, expect, it } from 'vitest';
import { divergence } from '../../../webview/plots/compare/divergence';
import { trapezoidWidths } from '../../../webview/plots/compare/tabulated';

const bars = (p: number[], q: number[]) =>
  divergence(Float64Array.from(p, Math.log), Float64Array.from(q, Math.log), new Float64Array(p.length).fill(1), 0)!;

describe('the divergence of two categoricals', () => {
  it('is the sum of its definition', () => {
    const [p, q] = [
      [0.5, 0.3, 0.2],
      [0.2, 0.2, 0.6],
    ];
    const kl = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * Math.log(value / b[i]!), 0);
    const middle = p!.map((value, i) => 0.5 * (value + q![i]!));
    const found = bars(p!, q!);
    expect(found.forward).toBeCloseTo(kl(p!, q!), 12);
    expect(found.backward).toBeCloseTo(kl(q!, p!), 12);
    expect(found.jensenShannon).toBeCloseTo(0.5 * kl(p!, middle) + 0.5 * kl(q!, middle), 12);
    expect(found.totalVariation).toBeCloseTo(0.4, 12);
  });

  it('of the same is 0', () => {
    expect(bars([0.25, 0.75], [0.25, 0.75])).toEqual({ forward: 0, backward: 0, jensenShannon: 0, totalVariation: 0 });
  });

  it('is infinite one way where one is 0, and both ways where they are apart', () => {
    const half = bars([1, 0], [0.5, 0.5]);
    expect(half.forward).toBeCloseTo(Math.LN2, 12);
    expect(half.backward).toBe(Number.POSITIVE_INFINITY);
    const apart = bars([1, 0], [0, 1]);
    expect(apart).toMatchObject({
      forward: Number.POSITIVE_INFINITY,
      backward: Number.POSITIVE_INFINITY,
      totalVariation: 1,
    });
    expect(apart.jensenShannon).toBeCloseTo(Math.LN2, 12);
  });

  it('is not known where there is no probability', () => {
    const none = new Float64Array(2).fill(Number.NEGATIVE_INFINITY);
    expect(divergence(none, new Float64Array(2), new Float64Array(2).fill(1), 0)).toBe(null);
  });
});

describe('the divergence of two densities', () => {
  const x = Float64Array.from({ length: 4001 }, (_, i) => -20 + i / 100);
  const gaussian = (mean: number, sd: number) => x.map((at) => -0.5 * ((at - mean) / sd) ** 2 - Math.log(sd));

  it('of Gaussians is the closed form, even where a density underflows', () => {
    const found = divergence(gaussian(0, 1), gaussian(1.5, 0.3), trapezoidWidths(x), 0)!;
    const kl = (m: number, s: number, n: number, t: number) =>
      Math.log(t / s) + (s * s + (m - n) ** 2) / (2 * t * t) - 0.5;
    expect(found.forward).toBeCloseTo(kl(0, 1, 1.5, 0.3), 8);
    expect(found.backward).toBeCloseTo(kl(1.5, 0.3, 0, 1), 8);
  });

  it('of shifted Gaussians has their total variation', () => {
    // 2 Φ(½) − 1
    expect(divergence(gaussian(0, 1), gaussian(1, 1), trapezoidWidths(x), 0)!.totalVariation).toBeCloseTo(0.3829249, 5);
  });

  it('passes over the cell in which a support ends, but no more', () => {
    const flat = (high: number) => x.map((at) => (at >= 0 && at <= high ? 0 : Number.NEGATIVE_INFINITY));
    const near = divergence(flat(1.01), flat(1), trapezoidWidths(x), 2)!;
    expect(near.forward).toBeCloseTo(0, 1);
    expect(divergence(flat(1.2), flat(1), trapezoidWidths(x), 2)!.forward).toBe(Number.POSITIVE_INFINITY);
    expect(divergence(flat(1), flat(1.2), trapezoidWidths(x), 2)!.forward).toBeCloseTo(Math.log(1.2), 2);
  });
});
