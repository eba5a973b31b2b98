import { isFactorised } from '../../evaluate/laws/coordinates';
import type { Numbers } from '../../evaluate/numbers';
import type { Plan } from '../../plan/planner';
import type { Points, Target } from '../../plan/target';
import { barValues } from './barValues';
import { type Extent, extentOf } from './bulk';
import type { Part } from './parts';
import { coverage, type Range, settle } from './range';
import { sortedNumbers } from './sortedNumbers';

/** One axis to be laid out. */
export interface Axis {
  readonly given: Numbers;
  readonly plan: Plan;
  readonly target: Target;
  readonly samples: Float64Array;
  /** The range that the model states. */
  readonly view: Range | null;
  /** The range that it stands on while a number is dragged; null otherwise. */
  readonly standing: Range | null;
  readonly count: number;
  /** Where the reader has zoomed in; null for the range that the axis has by itself. */
  readonly zoom: Range | null;
  /** The share of the mass that the range is to hold. */
  readonly mass: number;
}

export interface Layout {
  readonly points: Points;
  readonly range: Range;
  /** What the curve is a mixture of, as far as that is known. */
  readonly parts: readonly Part[] | null;
}

/** Points of a curve: evenly spaced, with more of them about peaks that would fall between two. */
export function curvePoints(axis: Axis): Layout {
  const extent = extentOf(axis.given, axis.plan, axis.target, axis.mass);
  const range = rangeOf(axis, extent);
  const even = evenly(range, axis.count);
  const step = (range.high - range.low) / (axis.count - 1);
  const values = withPeaks(even, extent, range, step);
  const points = {
    values,
    count: values.length,
    size: 1,
    even: placesOf(even, values),
    pointWidth: 0.75 * step,
    grid: null,
    cost: values.length,
  };
  return { points, range, parts: extent.parts };
}

/** Points on each side of a heat map, at most. */
const planeSide = 96;

/** A grid over the ranges of two coordinates. */
export function planePoints(axes: readonly Axis[]): Layout {
  const [across, up] = axes.map((axis) => rangeOf(axis, extentOf(axis.given, axis.plan, axis.target, axis.mass)));
  const side = Math.min(planeSide, axes[0]!.count);
  const [x, y] = [evenly(across!, side), evenly(up!, side)];
  const values = new Float64Array(2 * side * side);
  for (let row = 0, at = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      values[at++] = x[column]!;
      values[at++] = y[row]!;
    }
  }
  const { plan, target } = axes[0]!;
  // What is integrated over in closed form makes the coordinates dependent.
  const factorised = plan.collapse?.split.closed !== true && isFactorised(target.element.distribution);
  const count = side * side;
  const points = {
    values,
    count,
    size: 2,
    even: none,
    pointWidth: 0.75 * Math.max(x[1]! - x[0]!, y[1]! - y[0]!),
    grid: { x, y, factorised },
    cost: factorised ? 2 * side : count,
  };
  return { points, range: across!, parts: null };
}

/** The values of a discrete variable. @param mass the share of them that has bars, at least, where there are many */
export function barPoints(
  given: Numbers,
  plan: Plan,
  target: Target,
  samples: Float64Array,
  view: Range | null,
  mass: number,
): Layout {
  const values = barValues(given, plan, target, samples, view, mass);
  return {
    points: { values, count: values.length, size: 1, even: none, pointWidth: null, grid: null, cost: values.length },
    range: { low: values[0]! - 0.5, high: values.at(-1)! + 0.5 },
    parts: null,
  };
}

function rangeOf(axis: Axis, { support, bulks }: Extent): Range {
  const { samples, view, standing, zoom, mass } = axis;
  if (zoom !== null) return zoom;
  if (view !== null) return view;
  return settle(coverage(sortedNumbers(samples), bulks, mass), support, standing);
}

function evenly({ low, high }: Range, count: number): Float64Array {
  const step = (high - low) / (count - 1);
  return Float64Array.from({ length: count }, (_, i) => (i === count - 1 ? high : low + i * step));
}

const none = new Int32Array();

/** Where some of the values stand among them all; both rise. */
function placesOf(some: Float64Array, all: Float64Array): Int32Array {
  let at = 0;
  return Int32Array.from(some, (value) => {
    while (all[at]! < value) at++;
    return at;
  });
}

/** Peaks that get points of their own, at most. */
const peakLimit = 40;

/** Adds points about the middle of every component that is narrower than a few steps. */
function withPeaks(even: Float64Array, { bulks }: Extent, range: Range, step: number): Float64Array {
  const narrow = bulks.filter(({ low, high }) => high > low && high - low < 24 * step).slice(0, peakLimit);
  if (narrow.length === 0) return even;
  const all = new Set(even);
  for (const { low, high } of narrow) {
    for (let i = 0; i <= 32; i++) {
      // Closer together in the middle, where the peak is.
      const t = (i - 16) / 16;
      all.add((low + high) / 2 + ((high - low) / 2) * t * Math.abs(t));
    }
  }
  return Float64Array.from(all)
    .filter((value) => value >= range.low && value <= range.high)
    .sort();
}
