import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../../src/engine/math/normalQuantile';
import { coverage, settle } from '../../../../src/engine/views/picture/range';

const everywhere = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
const sorted = (quantile: (u: number) => number) =>
  Float64Array.from({ length: 4001 }, (_, i) => quantile((i + 0.5) / 4001));

describe('coverage', () => {
  it('of normal samples is their central 99.8 %', () => {
    const { low, high } = coverage(sorted(normalQuantile), []);
    expect(low).toBeCloseTo(-3.2, 1);
    expect(high).toBeCloseTo(3.2, 1);
  });

  it('does not follow the tails of a Cauchy', () => {
    const { low, high } = coverage(
      sorted((u) => Math.tan(Math.PI * (u - 0.5))),
      [],
    );
    expect(high).toBeLessThan(25);
    expect(low).toBeGreaterThan(-25);
  });

  it('covers another share where one is asked for', () => {
    for (const mass of [0.5, 0.9, 0.99]) {
      const { low, high } = coverage(sorted(normalQuantile), [], mass);
      const end = normalQuantile((1 + mass) / 2);
      expect(high).toBeCloseTo(1.04 * end, 1);
      expect(low).toBeCloseTo(-1.04 * end, 1);
    }
  });

  it('follows a tail that ends, to the last of the stated share', () => {
    const heavy = sorted((u) => Math.exp(normalQuantile(u)));
    expect(coverage(heavy, []).high).toBeCloseTo(Math.exp(normalQuantile(0.999)), -1);
  });

  it('reaches a rare component whose bulk is named', () => {
    expect(coverage(sorted(normalQuantile), [{ low: 48, high: 52 }]).high).toBe(52);
  });
});

describe('settle', () => {
  it('keeps ends that are round', () => {
    expect(settle({ low: -4, high: 4.0000000001 }, everywhere, null)).toEqual({ low: -4, high: 4 });
  });

  it('rounds to ends that are easy to read, and covers what it should', () => {
    expect(settle({ low: -4.13, high: 5.87 }, everywhere, null)).toEqual({ low: -5, high: 6 });
  });

  it('stops at the ends of the support', () => {
    expect(settle({ low: 0.01, high: 6.2 }, { low: 0, high: Number.POSITIVE_INFINITY }, null).low).toBe(0);
    expect(settle({ low: 0.02, high: 0.99 }, { low: 0, high: 1 }, null)).toEqual({ low: 0, high: 1 });
  });

  it('stands still while the wanted range still fits', () => {
    const previous = settle({ low: -4, high: 5 }, everywhere, null);
    expect(settle({ low: -4.2, high: 5.1 }, everywhere, previous)).toBe(previous);
    expect(settle({ low: -3, high: 4 }, everywhere, previous)).toBe(previous);
  });

  it('moves when something leaves it, and when most of it is empty', () => {
    const previous = settle({ low: -4, high: 5 }, everywhere, null);
    expect(settle({ low: -4, high: 9 }, everywhere, previous).high).toBeGreaterThan(9);
    expect(settle({ low: -1, high: 1 }, everywhere, previous)).not.toBe(previous);
  });

  it('opens about a single value', () => {
    expect(settle({ low: 3, high: 3 }, everywhere, null)).toEqual({ low: 2, high: 4 });
    expect(settle({ low: 1000, high: 1000 }, everywhere, null)).toEqual({ low: 900, high: 1100 });
  });
});
