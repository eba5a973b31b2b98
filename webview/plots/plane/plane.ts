import type { Plane } from '../../../src/engine/api/preview';
import { type Axis, acrossAxis, axis } from '../axes/axis';
import type { Frame, Size } from '../axes/frame';
import { tenth } from '../axes/path';
import type { PlotOptions } from '../curve/curve';
import { labelRoom } from '../text/textWidth';
import { type ContourMark, contourMarks } from './contourMarks';
import { type EllipseMark, ellipseMarks } from './ellipseMarks';

/** A pair of variables as a heat map, placed in pixels. */
export interface PlaneLayout {
  readonly kind: 'plane';
  readonly size: Size;
  readonly frame: Frame;
  readonly x: Axis;
  readonly y: Axis;
  /** Density where the ramp ends. */
  readonly highest: number;
  /** Samples as dots, one path. */
  readonly samples: string;
  /** Lines around the smallest regions that hold certain shares of the mass. */
  readonly contours: readonly ContourMark[];
  /** The components as ellipses, the heaviest last, which is on top. */
  readonly ellipses: readonly EllipseMark[];
  /** Where the legend of colours lies, and its axis. */
  readonly legend: Frame;
  readonly legendAxis: Axis;
}

/** Places a heat map in a picture of the given size. Its cells are centred on the grid's points. */
export function layoutPlane(plane: Plane, size: Size, { fontSize, compact }: PlotOptions): PlaneLayout {
  const highest = highestDensity(plane);
  const top = 8;
  const bottom = Math.round(Math.max(top + 20, size.height - fontSize * (compact ? 2.9 : 3.1)));
  const legendAxis = axis([0, highest], [bottom, top], 48);
  const legendRoom = labelRoom(legendAxis.ticks, fontSize) + 34;
  const [x0, x1] = edges(plane.x);
  const [y0, y1] = edges(plane.y);
  const y = axis([y0, y1], [bottom, top], 48);
  const left = Math.round(labelRoom(y.ticks, fontSize) + fontSize * 1.7 + 8);
  const x = acrossAxis([x0, x1], left, size.width, Math.ceil(legendRoom), compact ? 50 : 64, fontSize);
  const [, right = left] = x.scale.range();
  let samples = '';
  for (let i = 0; i + 1 < plane.samples.length; i += 2) {
    const sx = plane.samples[i] ?? Number.NaN;
    const sy = plane.samples[i + 1] ?? Number.NaN;
    if (sx >= x0 && sx <= x1 && sy >= y0 && sy <= y1) samples += `M${tenth(x.scale(sx))},${tenth(y.scale(sy))}h0`;
  }
  const frame: Frame = { left, right, top, bottom };
  return {
    kind: 'plane',
    size,
    frame,
    x,
    y,
    highest,
    samples,
    contours: contourMarks(plane, x.scale, y.scale, frame, fontSize),
    ellipses: ellipseMarks(plane, x.scale, y.scale, frame, fontSize),
    legend: { left: right + 14, right: right + 24, top, bottom },
    legendAxis,
  };
}

/** What a heat map is coloured by: row-major over the cells. */
export type HeatGrid = Pick<Plane, 'x' | 'y' | 'density'>;

/**
 * Colours of a heat map, one RGBA pixel for each cell, the top row first as a canvas wants it.
 * @param ramp RGB bytes as `heatRamp` gives them
 * @param highest the density at the ramp's end; what is not a number stays transparent
 */
export function heatPixels(plane: HeatGrid, ramp: Uint8ClampedArray, highest: number): Uint8ClampedArray<ArrayBuffer> {
  const columns = plane.x.length;
  const rows = plane.y.length;
  const pixels = new Uint8ClampedArray(columns * rows * 4);
  const steps = ramp.length / 3;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const density = plane.density[row * columns + column] ?? Number.NaN;
      if (Number.isNaN(density)) continue;
      const step = Math.min(steps - 1, Math.max(0, Math.round((density / highest) * (steps - 1))));
      const at = ((rows - 1 - row) * columns + column) * 4;
      pixels[at] = ramp[step * 3] ?? 0;
      pixels[at + 1] = ramp[step * 3 + 1] ?? 0;
      pixels[at + 2] = ramp[step * 3 + 2] ?? 0;
      pixels[at + 3] = 255;
    }
  }
  return pixels;
}

function highestDensity(plane: Plane): number {
  let highest = 0;
  for (const value of plane.density) if (value > highest && Number.isFinite(value)) highest = value;
  return highest || 1;
}

/** The outer edges of cells centred on evenly spaced points. */
function edges(points: Float64Array): [number, number] {
  const first = points[0] ?? 0;
  const last = points[points.length - 1] ?? 1;
  const half = points.length > 1 ? (last - first) / (points.length - 1) / 2 : 0.5;
  return [first - half, last + half];
}
