import type { Component } from '../../../src/engine/api/preview';
import { type Axis, acrossAxis, axis } from '../axes/axis';
import { colourClass, componentName, dashOf } from '../axes/colours';
import type { Frame, Size } from '../axes/frame';
import { type LabelWish, type PlacedLabel, placeLabels } from '../axes/labels';
import type { ScaledCurve } from '../axes/onScale';
import { areaPath, bandPath, barsPath, linePath, rugPath } from '../axes/path';
import { labelRoom } from '../text/textWidth';
import { peakOf, verticalLimit } from './peak';

/** A curve with its components, placed in pixels: everything that drawing it needs, and nothing of the page. */
export interface CurveLayout {
  readonly kind: 'curve';
  readonly size: Size;
  readonly frame: Frame;
  readonly x: Axis;
  readonly y: Axis;
  readonly marginal: string;
  readonly marginalArea: string;
  /** The prior behind a posterior; '' where there is none. */
  readonly before: string;
  readonly band: string;
  readonly histogram: string;
  readonly rug: string;
  readonly components: readonly ComponentMark[];
  readonly labels: readonly PlacedLabel<ComponentLabel>[];
}

export interface ComponentMark {
  readonly label: string;
  readonly name: string;
  readonly line: string;
  /** '' for one of infinitely many, or of too many, which are not filled. */
  readonly area: string;
  /** One line among many. */
  readonly faint: boolean;
  readonly colour: number | null;
  readonly className: string;
  readonly dash: string;
}

export interface ComponentLabel extends LabelWish {
  readonly className: string;
}

export interface PlotOptions {
  /** In pixels; the page's own. */
  readonly fontSize: number;
  /** A small pane: fewer ticks, no names at the peaks, no title of the vertical axis. */
  readonly compact: boolean;
}

/** More names than this at the peaks are noise; the legend has them all. */
const mostLabels = 14;
const mostFilled = 24;
const rugHeight = 7;

/** Places a curve in a picture of the given size. */
export function layoutCurve(curve: ScaledCurve, size: Size, options: PlotOptions): CurveLayout {
  const { fontSize, compact } = options;
  const { onScale } = curve;
  const [least, most] = onScale === undefined ? [0, verticalLimit(curve)] : [onScale.low, onScale.high];
  const top = compact ? 8 : Math.round(fontSize * 1.6);
  const rug = curve.data.length > 0 ? rugHeight + 3 : 0;
  const bottom = Math.round(Math.max(top + 20, size.height - rug - fontSize * (compact ? 1.7 : 3.1)));
  const vertical = axis([least, most], [bottom, top], compact ? 44 : 58);
  const left = Math.round(labelRoom(vertical.ticks, fontSize) + (compact ? 8 : fontSize * 1.7 + 8));
  const first = curve.x[0] ?? 0;
  const last = curve.x[curve.x.length - 1] ?? 1;
  const horizontal = acrossAxis([first, last], left, size.width, compact ? 8 : 14, compact ? 50 : 64, fontSize);
  const [, right = left] = horizontal.scale.range();
  const placeX = (value: number): number => horizontal.scale(value);
  const placeY = (value: number): number => vertical.scale(value);
  const { components } = curve;
  const marginal = linePath(curve.x, drawn(curve.density, curve), placeX, placeY, top - 4);
  const frame: Frame = { left, right, top, bottom };
  return {
    kind: 'curve',
    size,
    frame,
    x: horizontal,
    y: vertical,
    marginal,
    marginalArea: components.kind === 'none' && onScale?.name !== 'log' ? areaPath(marginal, bottom) : '',
    before: curve.before === undefined ? '' : linePath(curve.x, drawn(curve.before, curve), placeX, placeY, top - 4),
    band: errorBand(curve, placeX, placeY, top),
    histogram:
      curve.histogram === null
        ? ''
        : barsPath(curve.histogram.edges, curve.histogram.density, placeX, placeY, bottom, Math.max(2, top - 6)),
    rug: rugPath(curve.data, placeX, [left, right], bottom + 3, rugHeight),
    components: components.items.map((component) => mark(component, curve, placeX, placeY, frame)),
    labels: compact || components.kind !== 'categories' ? [] : nameComponents(curve, placeX, placeY, frame, fontSize),
  };
}

function mark(
  component: Component,
  curve: ScaledCurve,
  placeX: (value: number) => number,
  placeY: (value: number) => number,
  frame: Frame,
): ComponentMark {
  const line = linePath(curve.x, drawn(component.density, curve), placeX, placeY, frame.top - 4);
  return {
    label: component.label,
    name: componentName(component, curve.components.of),
    line,
    area: isFilled(curve) && curve.onScale === undefined ? areaPath(line, frame.bottom) : '',
    faint: !isFilled(curve),
    colour: component.colour,
    className: colourClass(component.colour),
    dash: dashOf(component.colour),
  };
}

/** Areas on top of one another are told apart up to a point; beyond it, and for draws, lines alone are clearer. */
function isFilled({ components }: ScaledCurve): boolean {
  return components.kind === 'categories' && components.items.length <= mostFilled;
}

/**
 * The values as a line is drawn through them: down to the lower end of the axis, and no farther. What is not a number, or −∞, is a gap.
 */
function drawn(values: Float64Array, { onScale }: ScaledCurve): Float64Array {
  if (onScale?.name !== 'log') return values;
  const { low } = onScale;
  const above = (i: number): boolean => (values[i] ?? Number.NEGATIVE_INFINITY) >= low;
  return values.map((value, i) => {
    if (above(i)) return value;
    return Number.isFinite(value) && (above(i - 1) || above(i + 1)) ? low : Number.NaN;
  });
}

/** Two standard errors to either side. */
function errorBand(
  curve: ScaledCurve,
  placeX: (value: number) => number,
  placeY: (value: number) => number,
  top: number,
): string {
  const band = curve.onScale?.band;
  if (band) return bandPath(curve.x, band.low, band.high, placeX, placeY, top - 4);
  const error = curve.standardError;
  if (error === null || curve.onScale !== undefined) return '';
  const low = curve.density.map((density, i) => Math.max(0, density - 2 * (error[i] ?? Number.NaN)));
  const high = curve.density.map((density, i) => density + 2 * (error[i] ?? Number.NaN));
  return bandPath(curve.x, low, high, placeX, placeY, top - 4);
}

function nameComponents(
  curve: ScaledCurve,
  placeX: (value: number) => number,
  placeY: (value: number) => number,
  frame: Frame,
  fontSize: number,
): PlacedLabel<ComponentLabel>[] {
  const { items, of } = curve.components;
  if (items.length < 2 || items.length > mostLabels) return [];
  const wishes = items.flatMap((component): ComponentLabel[] => {
    const at = namedAt(component.density, curve);
    if (at === null) return [];
    return [
      {
        text: componentName(component, of),
        x: placeX(curve.x[at] ?? 0),
        y: placeY(component.density[at] ?? 0),
        priority: component.weight,
        className: colourClass(component.colour),
      },
    ];
  });
  const skyline = (left: number, right: number): number => highestBetween(curve, placeX, placeY, left, right, frame);
  return placeLabels(wishes, { ...frame, top: 2 }, fontSize, skyline);
}

/** @returns the point at which a component is named: its peak, or where its distribution function has all but reached its end. */
function namedAt(values: Float64Array, { x, onScale }: ScaledCurve): number | null {
  const { density } = peakOf(x, values);
  if (onScale === undefined && !(density > 0)) return null;
  if (onScale?.name === 'log' && !(density >= onScale.low)) return null;
  const enough = onScale?.name === 'distribution' ? 0.98 * density : density;
  const at = values.findIndex((value) => value >= enough);
  return at < 0 ? null : at;
}

function highestBetween(
  curve: ScaledCurve,
  placeX: (value: number) => number,
  placeY: (value: number) => number,
  left: number,
  right: number,
  frame: Frame,
): number {
  let best = frame.bottom;
  for (let i = 0; i < curve.x.length; i++) {
    const at = placeX(curve.x[i] ?? 0);
    const value = curve.density[i] ?? 0;
    if (at >= left && at <= right && Number.isFinite(value)) best = Math.min(best, Math.max(frame.top, placeY(value)));
  }
  return best;
}
