import type { FanBands, FanPicture, FanShares } from '../../../src/engine/api/aside';
import { type Axis, acrossAxis, axis, isWithin, type Tick } from '../axes/axis';
import { colourClass, colourCount } from '../axes/colours';
import type { Frame, Size } from '../axes/frame';
import { bandPath, linePath, tenth } from '../axes/path';
import { short } from '../text/format';
import { labelRoom, textWidth } from '../text/textWidth';

/** A value that one element of a chain was seen to have. */
export interface SeenElement {
  readonly index: number;
  readonly value: number;
}

/** A fan placed in pixels: time runs to the right. */
export interface FanLayout {
  readonly size: Size;
  readonly frame: Frame;
  readonly x: Axis;
  readonly y: Axis;
  /** The distance between two shown elements, in pixels. */
  readonly step: number;
  readonly content: BandsLayout | SharesLayout;
  /** Where elements were observed. */
  readonly seen: readonly { readonly x: number; readonly y: number }[];
}

export interface BandsLayout {
  readonly kind: 'bands';
  /** The middle 90 % and the middle 50 %. */
  readonly wide: string;
  readonly narrow: string;
  readonly median: string;
  readonly paths: readonly string[];
}

export interface SharesLayout {
  readonly kind: 'shares';
  /** From the base up. */
  readonly stacks: readonly { readonly label: string; readonly className: string; readonly path: string }[];
}

/** Some values of a chain of categories that have one colour together. */
export interface ShareGroup {
  readonly label: string;
  readonly className: string;
  /** Positions in `FanShares.values`. */
  readonly members: readonly number[];
}

/**
 * Every value by itself where there are colours enough, or else the largest, and the others together.
 * @returns from the base of the stack up
 */
export function shareGroups({ labels, shares }: FanShares): ShareGroup[] {
  const all = Array.from(labels, (_, v) => v);
  const size = (v: number): number => shares[v]?.reduce((sum, share) => sum + share, 0) ?? 0;
  const own =
    all.length <= colourCount
      ? all
      : [...all]
          .sort((a, b) => size(b) - size(a))
          .slice(0, colourCount - 1)
          .sort((a, b) => a - b);
  const groups = own.map((v, i) => ({ label: labels[v] ?? '', className: colourClass(i), members: [v] }));
  const rest = all.filter((v) => !own.includes(v));
  return rest.length === 0 ? groups : [...groups, { label: `${rest.length} others`, className: 'cx', members: rest }];
}

/** Places a fan in a picture of the given size. @param fontSize in pixels */
export function layoutFan(fan: FanPicture, seen: readonly SeenElement[], size: Size, fontSize: number): FanLayout {
  const { indices, content } = fan;
  const top = Math.round(fontSize);
  const bottom = Math.round(Math.max(top + 20, size.height - fontSize * 3.1));
  const vertical = axis(verticalRange(content, seen), [bottom, top], 58);
  const left = Math.round(labelRoom(vertical.ticks, fontSize) + fontSize * 1.7 + 8);
  const first = indices[0] ?? 0;
  const last = indices[indices.length - 1] ?? 1;
  const apart = (last - first) / Math.max(1, indices.length - 1) || 1;
  const margin = content.kind === 'shares' ? apart / 2 : 0;
  const ends = Math.max(14, Math.ceil(textWidth(short(last, 7), fontSize) / 2) + 2);
  const horizontal = acrossAxis([first - margin, last + margin], left, size.width, ends, 64, fontSize);
  const [, right = left] = horizontal.scale.range();
  const frame: Frame = { left, right, top, bottom };
  const ticks = wholeTicks(horizontal, first, last).filter((tick) => isWithin(tick, size.width, fontSize));
  const x: Axis = { scale: horizontal.scale, ticks };
  const step = Math.abs(x.scale(apart) - x.scale(0));
  const groups = content.kind === 'shares' ? shareGroups(content) : [];
  return {
    size,
    frame,
    x,
    y: vertical,
    step,
    content:
      content.kind === 'bands'
        ? bands(content, indices, x, vertical)
        : stacks(content, groups, indices, x, vertical, step),
    seen: seen
      .filter(({ index }) => index >= first && index <= last)
      .map(({ index, value }) => ({
        x: tenth(x.scale(index)),
        y: tenth(vertical.scale(content.kind === 'bands' ? value : 0.5)),
      })),
  };
}

function verticalRange(content: FanPicture['content'], seen: readonly SeenElement[]): [number, number] {
  if (content.kind === 'shares') return [0, 1];
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const [bottom, , , , top] = content.quantiles;
  for (const values of [bottom ?? [], top ?? [], ...content.paths, seen.map(({ value }) => value)]) {
    for (const value of values) {
      if (!Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  const room = (high - low) * 0.05;
  return high > low ? [low - room, high + room] : [low - 1, low + 1];
}

/** An element has a whole number for an index; a tick between two stands for none. */
function wholeTicks({ ticks, scale }: Axis, first: number, last: number): Tick[] {
  const whole = ticks.filter(({ value }) => Number.isInteger(value) && value >= first && value <= last);
  const values = whole.length > 0 ? whole.map(({ value }) => value) : [first, last];
  return values.map((value) => ({ value, at: scale(value), label: short(value, 7) }));
}

function bands({ quantiles, paths }: FanBands, indices: readonly number[], x: Axis, y: Axis): BandsLayout {
  const [low, lower, median, upper, high] = quantiles.map((values) => Array.from(values));
  const placeX = (value: number): number => x.scale(value);
  const placeY = (value: number): number => y.scale(value);
  const line = (values: ArrayLike<number>): string => linePath(indices, values, placeX, placeY, 0);
  const band = (from: readonly number[], to: readonly number[]): string =>
    bandPath(indices, from, to, placeX, placeY, 0);
  return {
    kind: 'bands',
    wide: band(low ?? [], high ?? []),
    narrow: band(lower ?? [], upper ?? []),
    median: line(median ?? []),
    paths: paths.map(line),
  };
}

function stacks(
  { shares }: FanShares,
  groups: readonly ShareGroup[],
  indices: readonly number[],
  x: Axis,
  y: Axis,
  step: number,
): SharesLayout {
  const width = step > 6 ? Math.min(step * 0.86, step - 1) : step;
  const from = new Float64Array(indices.length);
  return {
    kind: 'shares',
    stacks: groups.map(({ label, className, members }) => {
      let path = '';
      indices.forEach((index, k) => {
        const low = from[k] ?? 0;
        const high = low + members.reduce((sum, v) => sum + (shares[v]?.[k] ?? 0), 0);
        from[k] = high;
        const [bottom, top] = [tenth(y.scale(low)), tenth(y.scale(high))];
        if (top < bottom) path += `M${tenth(x.scale(index) - width / 2)},${bottom}V${top}h${tenth(width)}V${bottom}Z`;
      });
      return { label, className, path };
    }),
  };
}
