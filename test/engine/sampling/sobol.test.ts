import { describe, expect, it } from 'vitest';
import { Sobol } from '../../../src/engine/sampling/sobol';

function points(dimension: number, count: number, seed = 0, replicate = 0, first = 0): Float64Array {
  const values = new Float64Array(count);
  new Sobol(dimension + 1, seed, replicate).fill(dimension, first, values);
  return values;
}

describe('a scrambled Sobol sequence', () => {
  it.each([0, 1, 2, 10, 63, 255])('puts one of every 1,024 points of dimension %d into each 1,024th', (dimension) => {
    for (const first of [0, 1024, 4096]) {
      const cells = new Set(Array.from(points(dimension, 1024, 3, 1, first), (value) => Math.floor(value * 1024)));
      expect(cells.size).toBe(1024);
    }
  });

  it('is even in two dimensions: every box of 1/16 by 1/16 gets its share', () => {
    const [x, y] = [points(1, 4096), points(2, 4096)];
    const counts = new Array<number>(256).fill(0);
    x.forEach((value, i) => {
      const box = 16 * Math.floor(16 * value) + Math.floor(16 * y[i]!);
      counts[box] = counts[box]! + 1;
    });
    expect(Math.min(...counts)).toBe(16);
    expect(Math.max(...counts)).toBe(16);
  });

  it('goes on where it stopped', () => {
    const all = points(5, 64);
    const later = points(5, 32, 0, 0, 32);
    // The bits below the thirty-second are fresh.
    later.forEach((value, i) => {
      expect(value).toBeCloseTo(all[32 + i]!, 8);
    });
  });

  it('differs with seed, replicate and dimension, and only with them', () => {
    expect(points(3, 16)).toEqual(points(3, 16));
    expect(points(3, 16, 1)).not.toEqual(points(3, 16));
    expect(points(3, 16, 0, 1)).not.toEqual(points(3, 16));
    expect(points(4, 16)).not.toEqual(points(3, 16));
  });

  it('is uniform over the replicates: every point is unbiased', () => {
    let mean = 0;
    for (let replicate = 0; replicate < 2000; replicate++) mean += points(7, 6, 0, replicate)[5]! / 2000;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.03);
  });

  it('turns to independent numbers beyond its table', () => {
    const values = points(300, 4096);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.02);
  });
});
