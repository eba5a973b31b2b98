import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { plotCsv } from '../../webview/export/plotCsv';
import { bumpPrior, counts, infiniteMixture, normalPrior, threeBumps, twoBlobs } from '../plots/fixtures';

function read(text: string): { head: string[]; rows: number[][] } {
  const [head = [], ...rows] = Papa.parse<string[]>(text.trim()).data;
  return { head, rows: rows.map((row) => row.map((cell) => (cell === '' ? Number.NaN : Number(cell)))) };
}

describe('the values of a curve', () => {
  it('are all there, the components beside the whole that they sum to', () => {
    const curve = threeBumps();
    const { head, rows } = read(plotCsv(curve));
    expect(head).toEqual(['x', 'density', 'log_density', 'standard_error', 'z = blue', 'z = orange', 'z = green']);
    expect(rows.map(([x]) => x)).toEqual([...curve.x]);
    expect(rows.map(([, density]) => density)).toEqual([...curve.density]);
    expect(rows.map(([, , log]) => log)).toEqual([...curve.logDensity]);
    for (const [, density, , error, ...parts] of rows) {
      expect(error).toBeNaN();
      expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(density!, 14);
    }
  });

  it('say how well they are known, and p(x | z) as high as it is, not as it is drawn', () => {
    const curve = infiniteMixture();
    const { head, rows } = read(plotCsv(curve));
    expect(head[4]).toBe('p(x | z = -2.30)');
    expect(rows.map((row) => row[3])).toEqual([...curve.standardError!]);
    rows.forEach((row, i) => {
      expect(row[4]).toBeCloseTo(curve.components.items[0]!.density[i]! / 0.3, 12);
    });
  });

  it('of a posterior have the prior beside them', () => {
    const prior = normalPrior();
    const { head, rows } = read(plotCsv({ ...prior, before: prior.density.map((p) => 2 * p) }));
    expect(head).toEqual(['z', 'density', 'log_density', 'standard_error', 'prior_density']);
    for (const row of rows) expect(row[4]).toBe(2 * row[1]!);
  });

  it('that are infinite or nothing at all are written by name', () => {
    const curve = normalPrior();
    const density = curve.density.map((p, i) => (i === 0 ? Number.POSITIVE_INFINITY : p));
    const logDensity = curve.logDensity.map((p, i) => (i === 1 ? Number.NEGATIVE_INFINITY : p));
    const lines = plotCsv({ ...curve, density, logDensity }).split('\r\n');
    expect(lines[1]?.split(',')[1]).toBe('Infinity');
    expect(lines[2]?.split(',')[2]).toBe('-Infinity');
  });
});

describe('the values of a discrete variable', () => {
  it('have their labels, and the share of the samples at each', () => {
    const lines = plotCsv(bumpPrior()).split('\r\n');
    expect(lines.slice(0, 2)).toEqual(['z,label,probability,standard_error,share_of_samples', '1,blue,0.3,,']);
    const { head, rows } = read(plotCsv(counts()));
    expect(head.slice(-2)).toEqual(['k = slow', 'k = fast']);
    expect(rows.map((row) => row[4])).toEqual([...counts().samples!]);
  });
});

describe('the values of a plane', () => {
  it('are a line for each cell', () => {
    const plane = twoBlobs('x', 8);
    const { head, rows } = read(plotCsv(plane));
    expect(head).toEqual(['x₁', 'x₂', 'density']);
    expect(rows.length).toBe(64);
    expect(rows[8 * 3 + 5]).toEqual([plane.x[5], plane.y[3], plane.density[8 * 3 + 5]]);
  });
});
