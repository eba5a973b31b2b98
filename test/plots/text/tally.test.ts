import { describe, expect, it } from 'vitest';
import { binOf, tally } from '../../../webview/plots/text/tally';
import { sequence } from '../fixtures';

describe('draws counted in bins', () => {
  it('has every draw of the range in one bin, ends included', () => {
    const { counts, edges } = tally([0, 0.05, 0.5, 1, 1.2, Number.NaN], 0, 1);
    expect([...counts]).toEqual([2, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
    expect(edges[0]).toBe(0);
    expect(edges.at(-1)).toBeCloseTo(1, 12);
  });

  it('has the area that is the share of the draws inside', () => {
    const values = sequence(100).map((u) => 2 * u);
    const { density, edges, counts } = tally(values, 0, 1);
    const area = density.reduce((sum, each, i) => sum + each * (edges[i + 1]! - edges[i]!), 0);
    expect(area).toBeCloseTo(counts.reduce((a, b) => a + b, 0) / 100, 12);
    expect(area).toBeLessThan(1);
  });

  it('halves its bins as draws come in, so that coarse bins are sums of fine ones', () => {
    const values = sequence(300);
    expect([1, 39, 40, 249, 250].map((n) => tally(values.slice(0, n), 0, 1).counts.length)).toEqual([
      10, 10, 20, 20, 40,
    ]);
    const fine = tally(values, 0, 1).counts;
    const coarse = tally(values.slice(0, 30), 0, 1).counts;
    expect(coarse.reduce((a, b) => a + b, 0)).toBe(30);
    expect(fine.reduce((a, b) => a + b, 0)).toBe(300);
  });

  it('is empty without draws', () => {
    expect(tally([], 0, 1).density.every((each) => each === 0)).toBe(true);
    expect(binOf(-0.1, 0, 1, 10)).toBeNull();
  });
});
