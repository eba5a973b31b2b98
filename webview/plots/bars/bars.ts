import { max } from 'd3-array';
import type { Bars } from '../../../src/engine/api/preview';
import { type Axis, axis, type Tick } from '../axes/axis';
import { colourClass } from '../axes/colours';
import type { Frame, Size } from '../axes/frame';
import type { ScaledBars } from '../axes/onScale';
import { tenth } from '../axes/path';
import type { PlotOptions } from '../curve/curve';
import { fitLabel, isNumeral } from '../text/fitText';
import { labelRoom, textWidth } from '../text/textWidth';

/** Upright bars for a discrete observed variable, placed in pixels. */
export interface BarsLayout {
  readonly kind: 'bars';
  readonly size: Size;
  readonly frame: Frame;
  readonly y: Axis;
  /** One label for each bar that has room for it. */
  readonly xTicks: readonly BarTick[];
  /** The labels are turned because they would touch. */
  readonly turned: boolean;
  /** The distance from one bar's left side to the next one's, in pixels. */
  readonly step: number;
  /** One path for each component, its share of every bar; stacked from the base. */
  readonly stacks: readonly { readonly label: string; readonly className: string; readonly path: string }[];
  /** The whole of every bar, where no component tells of it. */
  readonly whole: string;
  /** The top of every bar: the marginal. */
  readonly caps: string;
  readonly errors: string;
  /** The share of the samples at each value. */
  readonly samples: string;
  /** The outline of every bar of what is compared with; '' where there is nothing. */
  readonly before: string;
  readonly data: string;
}

/** The label of a bar, and what of it has room. */
export interface BarTick extends Tick {
  readonly shown: string;
}

/** How far labels that would touch are turned, in degrees. */
export const turn = 38;
const [sine, cosine] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)];
/** The most room, in pixels, that turned labels take below the bars. */
const mostBelow = 110;

const widestBar = 90;
const narrowest = 0.5;
/** A bar lower than this many pixels has no cap, or a row of caps would look like an axis. */
const leastHeight = 1.5;

/** Places bars in a picture of the given size. */
export function layoutBars(bars: ScaledBars, size: Size, { fontSize, compact }: PlotOptions): BarsLayout {
  const count = Math.max(1, bars.values.length);
  const top = compact ? 8 : Math.round(fontSize * 1.4);
  const highest = Math.max(
    max(finite(bars.probability)) ?? 0,
    max(finite(bars.samples ?? [])) ?? 0,
    max(finite(bars.before ?? [])) ?? 0,
  );
  const { onScale } = bars;
  const [base, most] = onScale === undefined ? [0, highest * 1.06 || 1] : [onScale.low, onScale.high];
  const guess = axis([base, most], [size.height, top], 48);
  const left = Math.round(labelRoom(guess.ticks, fontSize) + (compact ? 8 : fontSize * 1.7 + 8));
  const right = Math.max(left + 40, size.width - 14);
  const step = (right - left) / count;
  const widest = max(bars.labels, (label) => textWidth(label, fontSize)) ?? 0;
  const numeric = bars.labels.every(isNumeral);
  const turned = !numeric && widest + 8 > step && step > fontSize * 1.1;
  const below = turned ? Math.min(widest * sine + fontSize, mostBelow) : fontSize * 1.2;
  const bottom = Math.round(Math.max(top + 20, size.height - below - fontSize * (compact ? 0.6 : 2)));
  const y = axis([base, most], [bottom, top], compact ? 44 : 58);
  // A distribution function is a staircase: each value's step reaches to the next.
  const thick =
    onScale?.name === 'distribution' ? step : Math.max(1, Math.min(step * (step > 6 ? 0.72 : 0.9), widestBar));
  const middle = (i: number): number => left + (i + 0.5) * step;
  const at = (value: number): number => tenth(y.scale(value));
  const box = (i: number, from: number, to: number): string =>
    to > from && at(to) < at(from)
      ? `M${tenth(middle(i) - thick / 2)},${at(from)}V${at(to)}h${tenth(thick)}V${at(from)}Z`
      : '';
  const drawn = drawnBars(bars.probability, step);
  const floor = new Float64Array(count);
  const stacked = bars.components.kind === 'categories' && bars.components.items.length > 0;
  const stacks = !stacked
    ? []
    : bars.components.items.map((component) => {
        let path = '';
        for (const i of drawn) {
          const from = floor[i] ?? 0;
          const to = from + (component.density[i] ?? 0);
          path += box(i, from, to);
          floor[i] = to;
        }
        return { label: component.label, className: colourClass(component.colour), path };
      });
  const each = (draw: (i: number) => string): string => drawn.map(draw).join('');
  const cap = Math.min(thick, 60);
  return {
    kind: 'bars',
    size,
    frame: { left, right, top, bottom },
    y,
    xTicks: shownTicks(bars.labels, middle, step, size.width, turned ? below : null, fontSize),
    turned,
    step,
    stacks,
    whole: stacked ? '' : each((i) => box(i, base, bars.probability[i] ?? 0)),
    caps: each((i) => {
      const y = at(bars.probability[i] ?? 0);
      return Number.isFinite(y) && y < bottom - leastHeight
        ? `M${tenth(middle(i) - thick / 2)},${y}h${tenth(thick)}`
        : '';
    }),
    errors: each((i) => {
      const error = onScale === undefined ? (bars.standardError?.[i] ?? 0) : 0;
      const value = bars.probability[i] ?? 0;
      return error > 0 ? `M${tenth(middle(i))},${at(Math.max(0, value - 2 * error))}V${at(value + 2 * error)}` : '';
    }),
    samples: each((i) => {
      const share = bars.samples?.[i] ?? 0;
      return share > base && Number.isFinite(share)
        ? `M${tenth(middle(i) - cap * 0.28)},${at(share)}h${tenth(cap * 0.56)}`
        : '';
    }),
    before: bars.before === undefined ? '' : each((i) => box(i, base, bars.before?.[i] ?? 0)),
    data: dataMarks(bars, middle, bottom),
  };
}

/**
 * @param below how much room turned labels have below the bars, in pixels; null where they are not turned
 * @returns every nth label, so that neighbours do not touch, and as much of it as lies within the picture
 */
function shownTicks(
  labels: readonly string[],
  middle: (i: number) => number,
  step: number,
  width: number,
  below: number | null,
  fontSize: number,
): BarTick[] {
  const widest = max(labels, (label) => textWidth(label, fontSize)) ?? 0;
  // Lines of turned labels are this far apart.
  const apart = below === null ? Math.min(widest, width / 3) + 8 : (1.15 * fontSize) / sine;
  const stride = niceStride(Math.ceil(apart / step));
  return labels.flatMap((label, i): BarTick[] => {
    if (i % stride !== 0) return [];
    const at = tenth(middle(i));
    const room =
      below === null
        ? Math.min(stride * step - 4, 2 * at, 2 * (width - at))
        : Math.min((below - 0.7 * fontSize - 2) / sine, (at - 0.25 * fontSize) / cosine);
    const shown = fitLabel(label, room, fontSize);
    return shown === '' ? [] : [{ value: i, at, label, shown }];
  });
}

function niceStride(least: number): number {
  for (let scale = 1; ; scale *= 10) {
    for (const factor of [1, 2, 5]) if (factor * scale >= least) return factor * scale;
  }
}

/** A dot under each value that was observed. */
function dataMarks(bars: Bars, middle: (i: number) => number, bottom: number): string {
  const seen = new Set(bars.data);
  return Array.from(bars.values, (value, i) =>
    seen.has(value) ? `M${tenth(middle(i))},${tenth(bottom + 2)}v5` : '',
  ).join('');
}

function finite(values: ArrayLike<number>): number[] {
  return Array.from(values).filter(Number.isFinite);
}

/**
 * @returns the bars to draw: all of them, or where they are narrower than half a pixel the highest of each group that
 * shares one, so that ten thousand values take no longer than a thousand.
 */
function drawnBars(probability: Float64Array, step: number): number[] {
  const group = Math.max(1, Math.ceil(narrowest / step));
  const drawn: number[] = [];
  for (let first = 0; first < probability.length; first += group) {
    let best = first;
    for (let i = first + 1; i < Math.min(first + group, probability.length); i++) {
      if ((probability[i] ?? 0) > (probability[best] ?? 0)) best = i;
    }
    drawn.push(best);
  }
  return drawn;
}
