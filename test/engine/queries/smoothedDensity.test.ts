import { describe, expect, it } from 'vitest';
import { smoothedDensity } from '../../../src/engine/queries/smoothedDensity';
import { normals } from '../../../src/engine/sampling/random';
import { logNormal } from './inquire';

describe('a smoothed density', () => {
  const count = 20_000;
  const values = normals(7, count).map((s) => 2 + 0.5 * s);
  const even = new Float64Array(count).fill(1 / count);

  it('is near that of the values, within its error and a little bias', () => {
    const x = Float64Array.of(1, 2, 2.5);
    const { logs, errors, smoothed } = smoothedDensity(values, even, x);
    x.forEach((at, i) => {
      expect(errors![i]!).toBeLessThan(0.06);
      expect(Math.abs(logs[i]! - logNormal(at, 2, 0.5))).toBeLessThan(4 * errors![i]! + 0.02);
    });
    expect(smoothed).toBe(true);
  });

  it('takes weights: of a normal tilted by an exponential', () => {
    const tilted = values.map((x) => Math.exp(x));
    const total = tilted.reduce((a, b) => a + b, 0);
    const { logs } = smoothedDensity(
      values,
      tilted.map((each) => each / total),
      Float64Array.of(2.25),
    );
    expect(Math.abs(logs[0]! - logNormal(2.25, 2.25, 0.5))).toBeLessThan(0.06);
  });

  it('is 0 far away', () => {
    expect(smoothedDensity(values, even, Float64Array.of(50)).logs[0]).toBe(Number.NEGATIVE_INFINITY);
  });

  it('of one value is a point', () => {
    const { logs } = smoothedDensity(Float64Array.of(3, 3), Float64Array.of(0.5, 0.5), Float64Array.of(3, 4));
    expect(Array.from(logs)).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  });
});
