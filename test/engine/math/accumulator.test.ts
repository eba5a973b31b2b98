import { describe, expect, it } from 'vitest';
import { Accumulator, accumulate } from '../../../src/engine/math/accumulator';

const whole = (end: number, total = 0, component = -1, start = 0) => ({ start, end, total, component });

describe('Accumulator', () => {
  it('sums far below and far above what a number can hold', () => {
    const sums = new Accumulator(1, 2);
    sums.add(0, 0, -2000, 1);
    sums.add(0, 0, -2000, 2);
    sums.add(0, 1, 900, 1);
    sums.add(0, 1, 901, 1);
    expect(sums.log(0, 0)).toBeCloseTo(-2000 + Math.log(3), 10);
    expect(sums.log(0, 1)).toBeCloseTo(901 + Math.log(1 + Math.exp(-1)), 10);
    expect(sums.values(0, -900)[1]).toBeCloseTo(1 + Math.E, 10);
  });

  it('is −Infinity, and 0, where nothing was added', () => {
    const sums = new Accumulator(1, 1);
    expect(sums.log(0, 0)).toBe(Number.NEGATIVE_INFINITY);
    expect(Array.from(sums.values(0, 0))).toEqual([0]);
  });

  it('stays infinite once a term is', () => {
    const sums = new Accumulator(1, 1);
    sums.add(0, 0, 1, 1);
    sums.add(0, 0, Number.POSITIVE_INFINITY, 1);
    sums.add(0, 0, 3, 1);
    expect(sums.log(0, 0)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('accumulate', () => {
  it('adds the weighted terms of every segment to its groups', () => {
    const terms = Float32Array.from([0, 1, 2, 3, -1, -2, -3, -4]);
    const weights = Float64Array.from([0.1, 0.2, 0.3, 0.4]);
    const totals = new Accumulator(2, 2);
    const components = new Accumulator(1, 2);
    accumulate(terms, weights, 2, [whole(2, 0, 0), whole(4, 1, -1, 2)], totals, components);
    const sum = (p: number, from: number, to: number) => {
      let value = 0;
      for (let n = from; n < to; n++) value += Math.exp(terms[4 * p + n]! + weights[n]!);
      return Math.log(value);
    };
    for (const p of [0, 1]) {
      expect(totals.log(0, p)).toBeCloseTo(sum(p, 0, 2), 9);
      expect(totals.log(1, p)).toBeCloseTo(sum(p, 2, 4), 9);
      expect(components.log(0, p)).toBeCloseTo(sum(p, 0, 2), 9);
    }
  });

  it('reads terms that are the same at every node', () => {
    const totals = new Accumulator(1, 2);
    accumulate(Float32Array.of(1, 2), new Float64Array(4).fill(Math.log(0.25)), 2, [whole(4)], totals, null);
    expect(totals.log(0, 0)).toBeCloseTo(1, 9);
    expect(totals.log(0, 1)).toBeCloseTo(2, 9);
  });

  it('leaves out terms that are no numbers, and those of weight zero', () => {
    const totals = new Accumulator(1, 1);
    const weights = Float64Array.of(0, 0, Number.NEGATIVE_INFINITY);
    accumulate(Float32Array.of(Number.NaN, 1, 50), weights, 1, [whole(3)], totals, null);
    expect(totals.log(0, 0)).toBeCloseTo(1, 9);
  });
});
