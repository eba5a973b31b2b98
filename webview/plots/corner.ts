import type { CornerMarginal, CornerPair, CornerPicture } from '../engine/asides/aside';
import { type Axis, axis, type Tick } from './axis';
import { contourLines } from './contours';
import { type Frame, labelRoom, type Size, textWidth } from './frame';
import { contourShares, massLevels } from './massLevels';
import { areaPath, linePath, type Place, tenth } from './path';

/** A corner plot placed in pixels: a square of panels below the diagonal, which share their axes. */
export interface CornerLayout {
  readonly size: Size;
  /** Row by row, each from the left. */
  readonly panels: readonly CornerPanel[];
  /** Below the lowest row, one for each column. */
  readonly below: readonly CornerAxis[];
  /** Left of the first column, one for each row but the first. */
  readonly beside: readonly CornerAxis[];
}

export interface CornerAxis {
  readonly ticks: readonly Tick[];
  readonly title: string;
  readonly frame: Frame;
}

export type CornerPanel = SinglePanel | PairPanel;

/** A marginal on the diagonal. */
export interface SinglePanel {
  readonly kind: 'single';
  readonly row: number;
  readonly column: number;
  readonly frame: Frame;
  readonly marginal: CornerMarginal;
  readonly line: string;
  readonly area: string;
  /** Of a discrete number; '' otherwise. */
  readonly bars: string;
  /** What it is of, where that is not written below the panel. */
  readonly title: string;
}

/** Two numbers together. */
export interface PairPanel {
  readonly kind: 'pair';
  readonly row: number;
  readonly column: number;
  readonly frame: Frame;
  readonly pair: CornerPair;
  /** Whether its cells are values. */
  readonly discrete: boolean;
  /** Density where the ramp ends. */
  readonly highest: number;
  /** Lines around half and 95 % of the mass; none around samples or values. */
  readonly contours: string;
}

/** Pixels between two panels. */
const gap = 6;

/** Places a corner plot in a picture of the given size. @param fontSize in pixels */
export function layoutCorner(picture: CornerPicture, size: Size, fontSize: number): CornerLayout {
  const { marginals } = picture;
  const count = marginals.length;
  const domains = marginals.map(domainOf);
  const small = fontSize * 0.92;
  // Room for the labels of any of the vertical axes, which do not depend on where they are but for their number.
  const probe = domains.map((domain, i) => ticksOf(marginals[i]!, axis(domain, [100, 0], 40), 100, 0));
  const left = Math.round(Math.max(28, ...probe.slice(1).map((ticks) => labelRoom(ticks, small))) + fontSize * 1.7 + 8);
  const foot = Math.round(fontSize * 3.1);
  const head = Math.round(fontSize * 1.4);
  const width = Math.max(24, (size.width - left - 10 - gap * (count - 1)) / count);
  const height = Math.max(24, (size.height - head - foot - gap * (count - 1)) / count);
  const frameOf = (row: number, column: number): Frame => ({
    left: Math.round(left + column * (width + gap)),
    right: Math.round(left + column * (width + gap) + width),
    top: Math.round(head + row * (height + gap)),
    bottom: Math.round(head + row * (height + gap) + height),
  });
  const across = domains.map((domain, column) => {
    const { left: from, right: to } = frameOf(count - 1, column);
    return withTicks(
      marginals[column]!,
      [56, 42, 30, 20].map((spacing) => axis(domain, [from, to], spacing, fontSize)),
      small,
    );
  });
  const upward = domains.map((domain, row) => {
    const { top, bottom } = frameOf(row, 0);
    return withTicks(
      marginals[row]!,
      [44, 32, 24].map((spacing) => axis(domain, [bottom, top], spacing)),
      0,
    );
  });
  const panels = marginals.flatMap((marginal, row): CornerPanel[] => [
    ...picture.pairs
      .filter(({ up }) => up === row)
      .map((pair) => pairPanel(pair, frameOf(row, pair.across), across[pair.across]!, upward[row]!, marginals)),
    singlePanel(marginal, row, frameOf(row, row), across[row]!, row < count - 1),
  ]);
  return {
    size,
    panels,
    below: marginals.map(({ choice }, column) => ({
      frame: frameOf(count - 1, column),
      title: choice.label,
      ticks: across[column]!.ticks,
    })),
    beside: marginals.slice(1).map(({ choice }, i) => ({
      frame: frameOf(i + 1, 0),
      title: choice.label,
      ticks: upward[i + 1]!.ticks,
    })),
  };
}

/** The axis with the fewest ticks of which two have room. @param fontSize of labels side by side; 0 where they stand above each other */
function withTicks(marginal: CornerMarginal, axes: readonly Axis[], fontSize: number): Axis {
  const made = axes.map((each) => {
    const [from = 0, to = 0] = each.scale.range();
    return { scale: each.scale, ticks: ticksOf(marginal, each, Math.abs(to - from), fontSize) };
  });
  return made.find(({ ticks }) => ticks.length > 1) ?? made[0]!;
}

/** What an axis spans: a discrete number's values have half a step on each side. */
function domainOf({ kind, x, range }: CornerMarginal): [number, number] {
  if (kind === 'curve') return [range.low, range.high];
  return [(x[0] ?? 0) - 0.5, (x[x.length - 1] ?? 0) + 0.5];
}

/** Ticks of an axis; of a discrete number at its values, by name where there is room. @param fontSize of labels side by side; 0 where they stand above each other */
function ticksOf(
  { kind, x, labels }: CornerMarginal,
  { scale, ticks }: Axis,
  room: number,
  fontSize: number,
): readonly Tick[] {
  if (kind === 'curve' || labels === null)
    return fontSize === 0 ? ticks : ticks.filter((tick) => fits(tick, scale, fontSize));
  const each = Math.max(1, ...labels.map((label) => (fontSize === 0 ? 18 : textWidth(label, fontSize) + 6)));
  const step = Math.max(1, Math.ceil((x.length * each) / room));
  return Array.from(x, (value, i) => ({ value, at: scale(value), label: labels[i] ?? '' })).filter(
    (_, i) => i % step === 0,
  );
}

/** Whether a label stays within its panel: those of the next one begin right behind it. */
function fits({ at, label }: Tick, scale: Axis['scale'], fontSize: number): boolean {
  const [left = 0, right = 0] = scale.range();
  const half = textWidth(label, fontSize) / 2;
  return at - half >= left - gap / 2 && at + half <= right + gap / 2;
}

function singlePanel(marginal: CornerMarginal, row: number, frame: Frame, x: Axis, titled: boolean): SinglePanel {
  const highest = highestOf(marginal.density);
  const room = (frame.bottom - frame.top) * 0.92;
  const placeY: Place = (density) => frame.bottom - (density / highest) * room;
  const placeX: Place = (value) => x.scale(value);
  const bars = marginal.kind === 'bars';
  const line = bars ? '' : linePath(marginal.x, marginal.density, placeX, placeY, frame.top);
  const half = bars ? Math.max(0.5, (x.scale(1) - x.scale(0)) * 0.42) : 0;
  return {
    kind: 'single',
    row,
    column: row,
    frame,
    marginal,
    line,
    area: areaPath(line, frame.bottom),
    bars: bars
      ? Array.from(marginal.x, (value, i) => {
          const top = tenth(placeY(marginal.density[i] ?? 0));
          return `M${tenth(placeX(value) - half)},${frame.bottom}V${top}h${tenth(2 * half)}V${frame.bottom}Z`;
        }).join('')
      : '',
    title: titled ? marginal.choice.label : '',
  };
}

function pairPanel(pair: CornerPair, frame: Frame, x: Axis, y: Axis, marginals: readonly CornerMarginal[]): PairPanel {
  const discrete = marginals[pair.across]?.kind === 'bars' || marginals[pair.up]?.kind === 'bars';
  const levels = discrete || pair.known === 'samples' ? [] : massLevels(pair, outer);
  const place = (line: Float64Array): string => {
    let path = '';
    for (let i = 0; i + 1 < line.length; i += 2) {
      path += `${i === 0 ? 'M' : 'L'}${tenth(x.scale(line[i] ?? 0))},${tenth(y.scale(line[i + 1] ?? 0))}`;
    }
    return path;
  };
  return {
    kind: 'pair',
    row: pair.up,
    column: pair.across,
    frame,
    pair,
    discrete,
    highest: highestOf(pair.density),
    contours: levels.flatMap(({ density }) => contourLines(pair, density).map(place)).join(''),
  };
}

/** In a small panel the middle of the contours of a large one would only be in the way. */
const outer = contourShares.filter((_, i) => i !== 1);

function highestOf(density: Float64Array): number {
  let highest = 0;
  for (const value of density) if (value > highest && Number.isFinite(value)) highest = value;
  return highest || 1;
}
