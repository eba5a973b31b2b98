import type { Bars, Curve, Plane } from '../../../src/engine/api/preview';
import type { ScaledBars, ScaledCurve } from '../axes/onScale';
import { rangeText } from '../text/format';
import type { Plot } from '../words/pointing';
import { type Divergence, divergence } from './divergence';
import { type LogLine, logDensityAt } from './logLine';
import { trapezoidWidths } from './tabulated';

/** How far a plot is from an earlier one of the same variable. */
export type Comparison =
  | {
      readonly kind: 'divergence';
      readonly divergence: Divergence;
      /** Over what it was taken, and how well it is known; '' where there is nothing to say. */
      readonly note: string;
    }
  | { readonly kind: 'none'; readonly reason: string };

/** A plotted range that holds at least this share of the probability stands for the whole. */
const whole = 0.99;
/** Ranges whose ends differ by less than this share of their width are the same. */
const same = 1e-6;

/** Places that are added evenly to the points of two curves. */
const even = 1024;
/** Places of the common grid that one step of a curve's own may take. */
const slack = 8;

/** The divergence between two plots. @param first the earlier one */
export function compare(first: Plot, second: Plot): Comparison {
  if (first.choice.label !== second.choice.label) {
    return {
      kind: 'none',
      reason: `The snapshot shows ${first.choice.label}, not ${second.choice.label}: choose that to compare.`,
    };
  }
  if (first.kind === 'curve' && second.kind === 'curve') return compareCurves(first, second);
  if (first.kind === 'bars' && second.kind === 'bars') return compareBars(first, second);
  if (first.kind === 'plane' && second.kind === 'plane') return comparePlanes(first, second);
  return {
    kind: 'none',
    reason: `${first.choice.label} was of another kind when the snapshot was taken: they cannot be compared.`,
  };
}

/** What the snapshot of a curve says, on the same scale, at the points of another; not a number beyond the snapshot's range. */
export function lineOn({ x }: Pick<Curve, 'x'>, snapshot: ScaledCurve): Float64Array {
  const scale = snapshot.onScale?.name;
  const line: LogLine = scale === 'distribution' ? { x: snapshot.x, logDensity: snapshot.density } : snapshot;
  const [low, high] = ends(snapshot.x);
  return x.map((at) => {
    if (at < low || at > high) return Number.NaN;
    const value = logDensityAt(line, at, false);
    return scale === undefined ? Math.exp(value) : value;
  });
}

/** What the snapshot of bars says, on the same scale, at the values of others. */
export function barsOn(bars: Pick<Bars, 'values' | 'labels'>, snapshot: ScaledBars): Float64Array {
  const known = heightsOf(snapshot);
  const scale = snapshot.onScale?.name;
  let last = scale === 'log' ? Number.NEGATIVE_INFINITY : 0;
  return Float64Array.from(keysOf(bars), (key) => {
    const found = known.get(key);
    // A distribution function stays where it is between two values.
    if (scale === 'distribution') last = found ?? last;
    return found ?? last;
  });
}

/** What the bars are told apart by: numbers by their value; names by themselves, for their codes are places in a list that may be edited. */
function keysOf({ values, labels }: Pick<Bars, 'values' | 'labels'>): (number | string)[] {
  return Array.from(values, (value, i) => {
    const label = labels[i] ?? '';
    return /^[-−]?\d/.test(label) ? value : label;
  });
}

function heightsOf(bars: Bars): ReadonlyMap<number | string, number> {
  return new Map(keysOf(bars).map((key, i) => [key, bars.probability[i] ?? 0]));
}

function compareCurves(first: Curve, second: Curve): Comparison {
  const [a, b] = [ends(first.x), ends(second.x)];
  const wide = first.massInside >= whole && second.massInside >= whole;
  const low = wide ? Math.min(a[0], b[0]) : Math.max(a[0], b[0]);
  const high = wide ? Math.max(a[1], b[1]) : Math.min(a[1], b[1]);
  if (!(high > low)) return apart(first);
  const x = merged(first.x, second.x, low, high);
  const [p, q] = [first, second].map((line) =>
    x.map((at) => (isOver(line, at) ? Number.NEGATIVE_INFINITY : logDensityAt(line, at, wide))),
  );
  const widths = trapezoidWidths(x).map((width, i) =>
    p?.[i] === Number.POSITIVE_INFINITY || q?.[i] === Number.POSITIVE_INFINITY ? 0 : width,
  );
  const found = p === undefined || q === undefined ? null : divergence(p, q, widths, slack);
  if (found === null) return apart(first);
  const tolerance = same * (high - low);
  const differ = Math.abs(a[0] - b[0]) > tolerance || Math.abs(a[1] - b[1]) > tolerance;
  return {
    kind: 'divergence',
    divergence: found,
    note: notes([
      wide && !differ ? '' : `on ${rangeText(low, high)}`,
      wide
        ? differ
          ? 'each continued beyond its own range by the bend of its end'
          : ''
        : 'of both given that it lies there',
      drawn(first, second),
    ]),
  };
}

/** Whether a curve is known to hold nothing at a place beyond the end of its picture, as beyond the end of a support. */
function isOver({ x, outside }: Curve, at: number): boolean {
  if (outside?.exact !== true) return false;
  return (at < (x[0] ?? 0) && outside.below === 0) || (at > (x.at(-1) ?? 0) && outside.above === 0);
}

function compareBars(first: Bars, second: Bars): Comparison {
  const wide = first.massInside > 1 - 1e-9 && second.massInside > 1 - 1e-9;
  const [before, now] = [heightsOf(first), heightsOf(second)];
  const shared = [...before.keys()].filter((key) => now.has(key));
  const keys = wide ? [...new Set([...before.keys(), ...now.keys()])] : shared;
  if (keys.length === 0) return apart(first);
  const logs = (heights: typeof now) => Float64Array.from(keys, (key) => Math.log(heights.get(key) ?? 0));
  const found = divergence(logs(before), logs(now), new Float64Array(keys.length).fill(1), 0);
  if (found === null) return apart(first);
  const partial = !wide && (shared.length < first.values.length || shared.length < second.values.length);
  return {
    kind: 'divergence',
    divergence: found,
    note: notes([partial ? `over the ${keys.length} values that both pictures show` : '', drawn(first, second)]),
  };
}

function comparePlanes(first: Plane, second: Plane): Comparison {
  const inside = (values: Float64Array, [low, high]: readonly [number, number]): number[] =>
    Array.from(values.keys()).filter((i) => (values[i] ?? 0) >= low && (values[i] ?? 0) <= high);
  const columns = inside(second.x, ends(first.x));
  const rows = inside(second.y, ends(first.y));
  if (columns.length === 0 || rows.length === 0) return apart(first);
  const places = rows.flatMap((row) => columns.map((column) => [row, column] as const));
  const q = Float64Array.from(places, ([row, column]) => Math.log(second.density[row * second.x.length + column] ?? 0));
  const p = Float64Array.from(places, ([row, column]) => planeLogAt(first, second.x[column] ?? 0, second.y[row] ?? 0));
  const found = divergence(p, q, new Float64Array(places.length).fill(1), 1);
  if (found === null) return apart(first);
  const differ = columns.length < second.x.length || rows.length < second.y.length;
  return {
    kind: 'divergence',
    divergence: found,
    note: notes([
      differ ? 'over the area that both pictures show' : '',
      `on a grid of ${columns.length} × ${rows.length}; the dashed lines enclose 50 and 95 % of the snapshot`,
    ]),
  };
}

/** log density between four cells, the logarithms taken as linear; that of the nearest where one of them is −Infinity. */
function planeLogAt({ x, y, density }: Plane, atX: number, atY: number): number {
  const [i, s] = cell(x, atX);
  const [j, t] = cell(y, atY);
  const log = (row: number, column: number): number => Math.log(density[row * x.length + column] ?? 0);
  const corners = [log(j, i), log(j, i + 1), log(j + 1, i), log(j + 1, i + 1)];
  const [a = 0, b = 0, c = 0, d = 0] = corners;
  if (!corners.every(Number.isFinite)) return log(j + Math.round(t), i + Math.round(s));
  return (1 - t) * ((1 - s) * a + s * b) + t * ((1 - s) * c + s * d);
}

function cell(values: Float64Array, at: number): [number, number] {
  const step = ((values.at(-1) ?? 1) - (values[0] ?? 0)) / Math.max(1, values.length - 1);
  const place = step > 0 ? (at - (values[0] ?? 0)) / step : 0;
  const i = Math.min(Math.max(0, values.length - 2), Math.max(0, Math.floor(place)));
  return [i, Math.min(1, Math.max(0, place - i))];
}

function apart({ choice }: Plot): Comparison {
  return {
    kind: 'none',
    reason: `The two pictures of ${choice.label} have no values in common: nothing can be said of their divergence but that it is large.`,
  };
}

function drawn(first: Curve | Bars, second: Curve | Bars): string {
  if (first.standardError === null && second.standardError === null) return '';
  return 'approximate: taken from densities that are known up to a standard error';
}

function notes(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

function ends(x: Float64Array): readonly [number, number] {
  return [x[0] ?? Number.NaN, x[x.length - 1] ?? Number.NaN];
}

/** All points of both in a range, each once, and others evenly between, so that no gap of either is wide. */
function merged(a: Float64Array, b: Float64Array, low: number, high: number): Float64Array {
  const inside = new Set(Array.from({ length: even + 1 }, (_, i) => low + ((high - low) * i) / even));
  for (const values of [a, b]) for (const value of values) if (value >= low && value <= high) inside.add(value);
  return Float64Array.from(inside).sort();
}
