import type { Plane } from '../../../src/engine/api/preview';
import { colourClass } from '../axes/colours';
import type { ScaledBars, ScaledCurve } from '../axes/onScale';
import { tenth } from '../axes/path';
import type { BarsLayout } from '../bars/bars';
import type { CurveLayout } from '../curve/curve';
import type { Crosshair } from '../curve/curvePlot';
import { peakOf } from '../curve/peak';
import type { PlaneLayout } from '../plane/plane';
import { nearest, type ReadOut, readBars, readCurve, readPlane, sharesAt } from './readOut';
import { planePeak } from './summary';

/** A place that the reader points at, in data units, so that it stays where it is while the model changes. */
export interface Place {
  readonly x: number;
  /** The second coordinate in a plane. */
  readonly y: number;
}

export type Plot = ScaledCurve | ScaledBars | Plane;
export type PlotLayout = CurveLayout | BarsLayout | PlaneLayout;

/** @returns the place under a pixel of the picture. */
export function placeAt(plot: Plot, layout: PlotLayout, px: number, py: number): Place {
  if (layout.kind === 'bars' && plot.kind === 'bars') {
    const index = clamp(Math.floor((px - layout.frame.left) / layout.step), plot.values.length);
    return { x: plot.values[index] ?? 0, y: 0 };
  }
  if (layout.kind === 'plane') return { x: layout.x.scale.invert(px), y: layout.y.scale.invert(py) };
  return layout.kind === 'curve' ? { x: layout.x.scale.invert(px), y: 0 } : { x: 0, y: 0 };
}

/** @returns the index (or the row-major cell) of the plot's own grid nearest to a place. */
export function indexAt(plot: Plot, place: Place): number {
  if (plot.kind === 'curve') return nearest(plot.x, place.x);
  if (plot.kind === 'bars') return nearest(plot.values, place.x);
  return nearest(plot.y, place.y) * plot.x.length + nearest(plot.x, place.x);
}

/** Whether a place lies within the picture of a plot; of bars, whether it has one. */
export function isWithin(plot: Plot, { x, y }: Place): boolean {
  const between = (values: Float64Array, value: number): boolean =>
    value >= (values[0] ?? Number.NaN) && value <= (values[values.length - 1] ?? Number.NaN);
  if (plot.kind === 'bars') return plot.values.includes(x);
  return between(plot.x, x) && (plot.kind === 'curve' || between(plot.y, y));
}

/** @returns where the plot is highest, as a place. */
export function peakPlace(plot: Plot): Place {
  if (plot.kind === 'plane') return planePeak(plot);
  const { x } =
    plot.kind === 'curve'
      ? peakOf(plot.x, (plot.onScale?.source ?? plot).density)
      : peakOf(plot.values, (plot.onScale?.source ?? plot).probability);
  return { x, y: 0 };
}

/** @returns what the plot says at a place. */
export function readAt(plot: Plot, place: Place): ReadOut {
  const index = indexAt(plot, place);
  if (plot.kind === 'curve') return readCurve(plot, index);
  if (plot.kind === 'bars') return readBars(plot, index);
  return readPlane(plot, index % plot.x.length, Math.floor(index / plot.x.length));
}

/** A step of the arrow keys as a share of the range of a curve or plane; with Shift ten times that. */
const keyStep = 0.01;

/** @returns where a key takes the reader, or null for a key that moves nothing. */
export function placeAfterKey(plot: Plot, place: Place, key: string, shift: boolean): Place | null {
  const x = plot.kind === 'bars' ? plot.values : plot.x;
  const across = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (across !== undefined) return { ...place, x: step(x, place.x, across, shift) };
  if (key === 'Home') return { ...place, x: x[0] ?? 0 };
  if (key === 'End') return { ...place, x: x[x.length - 1] ?? 0 };
  const up = { ArrowDown: -1, ArrowUp: 1 }[key];
  if (up === undefined || plot.kind !== 'plane') return null;
  return { ...place, y: step(plot.y, place.y, up, shift) };
}

function step(values: Float64Array, from: number, direction: number, shift: boolean): number {
  const points = Math.max(1, Math.round(values.length > 100 ? values.length * keyStep : 1)) * (shift ? 10 : 1);
  return values[clamp(nearest(values, from) + direction * points, values.length)] ?? from;
}

/** @returns the marks of a place on a curve. */
export function crosshairAt(curve: ScaledCurve, layout: CurveLayout, place: Place): Crosshair {
  const index = nearest(curve.x, place.x);
  const { frame } = layout;
  const y = (value: number): number =>
    tenth(Math.min(frame.bottom, Math.max(frame.top, layout.y.scale(Number.isNaN(value) ? 0 : value))));
  const source = curve.onScale?.source ?? curve;
  const shares = sharesAt(source.components, source.density, index) ?? [];
  return {
    x: tenth(layout.x.scale(curve.x[index] ?? 0)),
    y: y(curve.density[index] ?? 0),
    dots: curve.components.items.flatMap((component, i) =>
      (shares[i]?.share ?? 0) >= 0.02
        ? [{ y: y(component.density[index] ?? 0), className: colourClass(component.colour) }]
        : [],
    ),
  };
}

function clamp(index: number, length: number): number {
  return Math.min(length - 1, Math.max(0, index));
}
