import type { CornerMarginal, CornerPair, CornerPicture } from '../../../src/engine/api/aside';
import { type Axis, axis, type Tick } from '../axes/axis';
import type { Frame, Size } from '../axes/frame';
import { areaPath, linePath, type Place, tenth } from '../axes/path';
import { contourLines } from '../plane/contours';
import { contourShares, massLevels } from '../plane/massLevels';
import { fitLabel, fitTitle, isNumeral } from '../text/fitText';
import { labelRoom, textWidth } from '../text/textWidth';

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
  readonly ticks: readonly CornerTick[];
  readonly title: CornerTitle;
  readonly frame: Frame;
}

/** A tick, and what of its label has room. */
export interface CornerTick extends Tick {
  readonly shown: string;
}

/** What an axis or a panel is of, and what of that has room; '' where nothing is to be written. */
export interface CornerTitle {
  readonly full: string;
  readonly shown: string;
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
  readonly title: CornerTitle;
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

/** The share of the width that the labels of the vertical axes take at most. */
const mostBeside = 0.2;
/** Pixels between two panels. */
const gap = 6;

/** Places a corner plot in a picture of the given size. @param fontSize in pixels */
export function layoutCorner(picture: CornerPicture, size: Size, fontSize: number): CornerLayout {
  const { marginals } = picture;
  const count = marginals.length;
  const domains = marginals.map(domainOf);
  const small = fontSize * 0.92;
  // Room for the labels of any of the vertical axes, which do not depend on where they are but for their number.
  const probe = domains.map((domain, i) => ticksOf(marginals[i]!, axis(domain, [100, 0], 40), 100, 'up', small));
  const room = Math.max(28, ...probe.slice(1).map((ticks) => labelRoom(ticks, small)));
  const beside = Math.min(room, Math.max(28, size.width * mostBeside));
  const left = Math.round(beside + fontSize * 1.7 + 8);
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
      'across',
      small,
    );
  });
  const upward = domains.map((domain, row) => {
    const { top, bottom } = frameOf(row, 0);
    return withTicks(
      marginals[row]!,
      [44, 32, 24].map((spacing) => axis(domain, [bottom, top], spacing)),
      'up',
      small,
    );
  });
  const titled = (full: string, length: number): CornerTitle => ({
    full,
    shown: fitTitle(full, length + gap - 2, fontSize),
  });
  const panels = marginals.flatMap((marginal, row): CornerPanel[] => [
    ...picture.pairs
      .filter(({ up }) => up === row)
      .map((pair) => pairPanel(pair, frameOf(row, pair.across), across[pair.across]!, upward[row]!, marginals)),
    singlePanel(
      marginal,
      row,
      frameOf(row, row),
      across[row]!,
      titled(row < count - 1 ? marginal.choice.label : '', width),
    ),
  ]);
  return {
    size,
    panels,
    below: marginals.map(({ choice }, column) => ({
      frame: frameOf(count - 1, column),
      title: titled(choice.label, width),
      ticks: across[column]!.ticks.flatMap((tick) => {
        const { left: from, right: to } = frameOf(count - 1, column);
        return fitted(tick, 2 * Math.min(tick.at - from, to - tick.at) + gap, small);
      }),
    })),
    beside: marginals.slice(1).map(({ choice }, i) => ({
      frame: frameOf(i + 1, 0),
      title: titled(choice.label, height),
      ticks: upward[i + 1]!.ticks.flatMap((tick) => fitted(tick, beside, small)),
    })),
  };
}

/** The axis with the fewest ticks of which two have room. @param fontSize of its labels, in pixels */
function withTicks(marginal: CornerMarginal, axes: readonly Axis[], direction: Direction, fontSize: number): Axis {
  const made = axes.map((each) => {
    const [from = 0, to = 0] = each.scale.range();
    const ticks = ticksOf(marginal, each, Math.abs(to - from), direction, fontSize);
    return { scale: each.scale, ticks: ticks.filter((tick) => fits(tick, each.scale, direction, fontSize)) };
  });
  return made.find(({ ticks }) => ticks.length > 1) ?? made[0]!;
}

/** Whether the labels of an axis stand side by side or above each other. */
type Direction = 'across' | 'up';

/** What an axis spans: a discrete number's values have half a step on each side. */
function domainOf({ kind, x, range }: CornerMarginal): [number, number] {
  if (kind === 'curve') return [range.low, range.high];
  return [(x[0] ?? 0) - 0.5, (x[x.length - 1] ?? 0) + 0.5];
}

/** Ticks of an axis; of a discrete number at its values, by name where there is room. */
function ticksOf(
  { kind, x, labels }: CornerMarginal,
  { scale, ticks }: Axis,
  room: number,
  direction: Direction,
  fontSize: number,
): readonly Tick[] {
  if (kind === 'curve' || labels === null) return ticks;
  const each = Math.max(1, ...labels.map((label) => (direction === 'up' ? 18 : textWidth(label, fontSize) + 6)));
  const step = Math.max(1, Math.ceil((x.length * each) / room));
  return Array.from(x, (value, i) => ({ value, at: scale(value), label: labels[i] ?? '' })).filter(
    (_, i) => i % step === 0,
  );
}

/** A tick with its label as it fits; none where nothing of that does. */
function fitted(tick: Tick, room: number, fontSize: number): CornerTick[] {
  const shown = fitLabel(tick.label, room, fontSize);
  return shown === '' ? [] : [{ ...tick, shown }];
}

/** Whether a label stays within its panel: those of the next one begin right behind it. A name is shortened where it does not. */
function fits({ at, label }: Tick, scale: Axis['scale'], direction: Direction, fontSize: number): boolean {
  const ends = scale.range();
  const half = direction === 'up' ? fontSize * 0.4 : isNumeral(label) ? textWidth(label, fontSize) / 2 : 0;
  return at - half >= Math.min(...ends) - 1 && at + half <= Math.max(...ends) + 1;
}

function singlePanel(marginal: CornerMarginal, row: number, frame: Frame, x: Axis, title: CornerTitle): SinglePanel {
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
    title,
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
