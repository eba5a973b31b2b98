import { expect, it } from 'vitest';
import { histogramOf } from '../../../../src/engine/views/picture/histogram';

it('is normalised over all samples, those outside too', () => {
  const { edges, density, samples } = histogramOf([0.1, 0.2, 0.9, 5], 0, 1);
  expect(samples).toBe(4);
  expect(edges.length).toBe(density.length + 1);
  expect([edges[0], edges.at(-1)]).toEqual([0, 1]);
  const width = edges[1]! - edges[0]!;
  expect(density.reduce((sum, height) => sum + height * width, 0)).toBeCloseTo(0.75, 12);
});

it('counts a sample on the last edge', () => {
  const { density } = histogramOf([1], 0, 1);
  expect(density.at(-1)).toBeGreaterThan(0);
});

it('has more bins for more samples, within limits', () => {
  const bins = (count: number) => histogramOf(new Float64Array(count), -1, 1).density.length;
  expect(bins(1)).toBe(10);
  expect(bins(2000)).toBeGreaterThan(30);
  expect(bins(10_000_000)).toBe(120);
});
