import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contourLines } from '../../../webview/plots/plane/contours';
import { massLevels } from '../../../webview/plots/plane/massLevels';
import { gaussianGrid } from '../planes';

/** The area within a closed line, by the shoelace formula. */
function areaWithin(line: Float64Array): number {
  let area = 0;
  for (let i = 0; i + 3 < line.length; i += 2) area += line[i]! * line[i + 3]! - line[i + 2]! * line[i + 1]!;
  return Math.abs(area) / 2;
}

const isClosed = (line: Float64Array) => line[0] === line.at(-2) && line[1] === line.at(-1);

describe('contours', () => {
  const [xx, xy, yy] = [2, -0.9, 1];
  const grid = gaussianGrid([3, 1], [xx, xy, yy], 96, 4);
  const peak = 1 / (2 * Math.PI * Math.sqrt(xx * yy - xy * xy));

  it.each([0.5, 0.2, 0.05])('of a Gaussian at %s of its peak is the ellipse in closed form', (share) => {
    const lines = contourLines(grid, share * peak);
    expect(lines).toHaveLength(1);
    const [line] = lines;
    expect(isClosed(line!)).toBe(true);
    const square = -2 * Math.log(share);
    for (let i = 0; i < line!.length; i += 2) {
      const [a, b] = [line![i]! - 3, line![i + 1]! - 1];
      const own = (yy * a * a - 2 * xy * a * b + xx * b * b) / (xx * yy - xy * xy);
      expect(Math.sqrt(own / square)).toBeCloseTo(1, 2);
    }
    expect(areaWithin(line!) / (Math.PI * square * Math.sqrt(xx * yy - xy * xy))).toBeCloseTo(1, 2);
  });

  it('enclose the mass that they are for', () => {
    const cell = (grid.x[1]! - grid.x[0]!) * (grid.y[1]! - grid.y[0]!);
    for (const { share, density } of massLevels(grid, [0.5, 0.8, 0.95])) {
      let mass = 0;
      for (const value of grid.density) if (value > density) mass += value * cell;
      expect(mass).toBeCloseTo(share, 2);
    }
  });

  it('end at the border of the grid', () => {
    const x = Float64Array.of(0, 1, 2);
    const y = Float64Array.of(0, 1, 2);
    const density = Float64Array.from({ length: 9 }, (_, i) => i % 3);
    const lines = contourLines({ x, y, density }, 0.5);
    expect(lines).toHaveLength(1);
    expect(isClosed(lines[0]!)).toBe(false);
    expect([...lines[0]!].filter((_, i) => i % 2 === 0)).toEqual([0.5, 0.5, 0.5]);
  });

  it('part or join two opposite corners by what lies between them', () => {
    const axis = Float64Array.of(0, 1);
    const saddle = (high: number) =>
      contourLines({ x: axis, y: axis, density: Float64Array.of(high, 0, 0, high) }, 1).map((line) =>
        [...line].map((value) => Number(value.toFixed(3))),
      );
    // The corners below left and above right are each cut off …
    expect(saddle(1.5)).toHaveLength(2);
    for (const [x0, y0, x1, y1] of saddle(1.5)) expect((x0! + y0! - 1) * (x1! + y1! - 1)).toBeGreaterThan(0);
    // … or one band.
    for (const [x0, y0, x1, y1] of saddle(4)) expect((x0! - y0!) * (x1! - y1!)).toBeGreaterThan(0);
  });

  it('are closed or end at the border, whatever the values', () => {
    const axis = Float64Array.of(0, 1, 2, 3, 4);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 25, maxLength: 25 }), (values) => {
        for (const line of contourLines({ x: axis, y: axis, density: Float64Array.from(values) }, 0.5)) {
          const onBorder = (x: number, y: number) => x === 0 || x === 4 || y === 0 || y === 4;
          const ends = onBorder(line[0]!, line[1]!) && onBorder(line.at(-2)!, line.at(-1)!);
          expect(isClosed(line) || ends).toBe(true);
          expect(line.every(Number.isFinite)).toBe(true);
        }
      }),
    );
  });

  it('take what is not a number for 0, and there are none above the highest', () => {
    const axis = Float64Array.of(0, 1);
    expect(contourLines({ x: axis, y: axis, density: Float64Array.of(Number.NaN, 1, 1, 1) }, 0.5)).toHaveLength(1);
    expect(contourLines(grid, 2 * peak)).toEqual([]);
  });
});
