import { describe, expect, it } from 'vitest';
import { extent, product, sumOnto } from '../../../../src/engine/factors/elimination/table';

const sizes = [2, 3, 2];
const a = { variables: [0], values: Float64Array.of(2, 3) };
const ba = { variables: [1, 0], values: Float64Array.of(1, 2, 3, 4, 5, 6) };

describe('tables', () => {
  it('are multiplied over a larger scope, in any order of their axes', () => {
    const made = product([a, ba], [0, 1], sizes, 'linear');
    expect(Array.from(made)).toEqual([2, 6, 10, 6, 12, 18]);
    expect(Array.from(product([ba, a], [1, 0], sizes, 'linear'))).toEqual([2, 6, 6, 12, 10, 18]);
    expect(Array.from(product([a], [2, 0], sizes, 'linear'))).toEqual([2, 3, 2, 3]);
    expect(Array.from(product([], [0], sizes, 'linear'))).toEqual([1, 1]);
    expect(Array.from(ba.values)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('are added as logarithms', () => {
    expect(Array.from(product([a, ba], [0, 1], sizes, 'log'))).toEqual([3, 5, 7, 5, 7, 9]);
    expect(Array.from(product([], [0], sizes, 'log'))).toEqual([0, 0]);
  });

  it('are summed onto some of their variables', () => {
    const values = Float64Array.of(1, 2, 3, 4, 5, 6);
    expect(Array.from(sumOnto(values, [0, 1], [0], sizes, 'linear'))).toEqual([6, 15]);
    expect(Array.from(sumOnto(values, [0, 1], [1], sizes, 'linear'))).toEqual([5, 7, 9]);
    expect(Array.from(sumOnto(values, [0, 1], [1, 0], sizes, 'linear'))).toEqual([1, 4, 2, 5, 3, 6]);
    expect(Array.from(sumOnto(values, [0, 1], [], sizes, 'linear'))).toEqual([21]);
  });

  it('are summed as logarithms however far from 1 they are', () => {
    const none = Number.NEGATIVE_INFINITY;
    const values = Float64Array.of(-5000, -5000, none, none, none, none);
    const [first, second] = sumOnto(values, [0, 1], [0], sizes, 'log');
    expect(first).toBeCloseTo(-5000 + Math.LN2, 10);
    expect(second).toBe(none);
  });

  it('extend from their smallest number above 0 to their largest', () => {
    expect(extent(Float64Array.of(0, 0.5, 1e-300))).toEqual({ most: 0.5, least: 1e-300 });
    expect(extent(Float64Array.of(0))).toEqual({ most: 0, least: Number.POSITIVE_INFINITY });
  });
});
