import { max } from 'd3-array';
import type { Bars } from '../../../src/engine/api/preview';
import { type Axis, axis, isWithin } from '../axes/axis';
import { colourClass } from '../axes/colours';
import type { Frame, Size } from '../axes/frame';
import { tenth } from '../axes/path';
import type { PlotOptions } from '../curve/curve';
import { fitText } from '../text/fitText';
import { fixed, significant } from '../text/format';
import { labelRoom, textWidth } from '../text/textWidth';

/** Lying bars for the prior of a discrete variable: a name, a bar and its value for each; thin lines where there are many. */
export interface ShelfLayout {
  readonly kind: 'shelf';
  readonly size: Size;
  readonly frame: Frame;
  readonly x: Axis;
  readonly rows: readonly ShelfRow[];
  /** All bars as one path where there are too many for rows; '' otherwise. */
  readonly thin: string;
  /** With thin bars: the first and the last value, to write at the ends. */
  readonly ends: readonly ThinEnd[];
}

export interface ThinEnd {
  readonly label: string;
  /** The label as it fits. */
  readonly shown: string;
}

export interface ShelfRow {
  readonly label: string;
  /** The label as it fits. */
  readonly shown: string;
  readonly y: number;
  readonly height: number;
  readonly left: number;
  readonly width: number;
  readonly value: string;
  /** Where the bar ended before there was evidence; null where there is none. */
  readonly before: number | null;
  readonly className: string;
}

/** More values than this are drawn as thin bars without names. */
export const mostRows = 30;

/** @returns how high a picture of this prior wants to be, in pixels. */
export function shelfHeight(values: number, fontSize: number): number {
  if (values > mostRows) return 180;
  return Math.round(values * rowStep(values, fontSize) + fontSize * 2 + 6);
}

/** Places the prior of a discrete variable in a picture of the given size. */
export function layoutShelf(bars: Bars, size: Size, { fontSize }: PlotOptions): ShelfLayout {
  const highest = Math.max(max(bars.probability) ?? 0, max(bars.before ?? []) ?? 0) || 1;
  const count = bars.values.length;
  return count > mostRows ? thin(bars, size, fontSize, highest) : rows(bars, size, fontSize, highest);
}

function rows(bars: Bars, size: Size, fontSize: number, highest: number): ShelfLayout {
  const count = bars.values.length;
  const step = rowStep(count, fontSize);
  const values = Array.from(bars.probability, (p) => (p > 0 && p < 0.005 ? significant(p, 2) : fixed(p, 2)));
  const valueRoom = Math.max(...values.map((value) => textWidth(value, fontSize))) + 8;
  const widest = Math.max(...bars.labels.map((label) => textWidth(label, fontSize)));
  const labelWidth = Math.min(widest, size.width * 0.4);
  const left = Math.round(labelWidth + 10);
  const right = Math.max(left + 20, size.width - valueRoom);
  const bottom = Math.round(count * step + 2);
  const scaled = axis([0, endOf(highest)], [left, right], 50, fontSize);
  const x = { ...scaled, ticks: scaled.ticks.filter((tick) => isWithin(tick, size.width, fontSize)) };
  const thickness = step > 22 ? step * 0.68 : step * 0.74;
  return {
    kind: 'shelf',
    size,
    frame: { left, right, top: 0, bottom },
    x,
    rows: bars.labels.map((label, i) => ({
      label,
      shown: fitText(label, labelWidth + 0.5, fontSize),
      y: tenth(i * step + (step - thickness) / 2),
      height: tenth(thickness),
      left,
      width: tenth(Math.max(0, x.scale(bars.probability[i] ?? 0) - left)),
      value: values[i] ?? '',
      before: bars.before === undefined ? null : tenth(x.scale(bars.before[i] ?? 0)),
      className: bars.coloured ? colourClass(i) : 'cx',
    })),
    thin: '',
    ends: [],
  };
}

/**
 * Where the axis of the rows ends: at 1, or at a round share where all are small. The longest bar has room to be dragged farther, and
 * the axis stands still while shares move.
 */
function endOf(highest: number): number {
  const ends = [0.02, 0.05, 0.1, 0.2, 0.5];
  return ends.find((end) => end >= 1.1 * highest) ?? 1;
}

function thin(bars: Bars, size: Size, fontSize: number, highest: number): ShelfLayout {
  const right = size.width - 6;
  const top = 8;
  const bottom = Math.round(size.height - fontSize * 1.8);
  const x = axis([0, highest], [bottom, top], 40);
  const left = Math.round(labelRoom(x.ticks, fontSize) + 10);
  const end = (label: string | undefined): ThinEnd => ({
    label: label ?? '',
    shown: fitText(label ?? '', (right - left) / 2 - 8, fontSize),
  });
  const step = (right - left) / bars.values.length;
  let path = '';
  // Where several bars share half a pixel the highest of them stands for all.
  const group = Math.max(1, Math.ceil(0.5 / step));
  for (let i = 0; i < bars.probability.length; i += group) {
    const p = max(bars.probability.subarray(i, i + group)) ?? 0;
    if (p > 0)
      path += `M${tenth(left + i * step)},${tenth(bottom)}V${tenth(x.scale(p))}h${tenth(group > 1 || step < 3 ? step * group : step * 0.85)}V${tenth(bottom)}Z`;
  }
  return {
    kind: 'shelf',
    size,
    frame: { left, right, top, bottom },
    x,
    rows: [],
    thin: path,
    ends: [end(bars.labels[0]), end(bars.labels.at(-1))],
  };
}

function rowStep(values: number, fontSize: number): number {
  if (values <= 6) return fontSize * 2.6;
  return values <= 14 ? fontSize * 1.9 : fontSize * 1.45;
}
