import type { CornerPair } from '../api/aside';
import { thousands } from '../api/thousands';
import type { Coordinate } from './cornerPair';
import type { Scene } from './picture/stage';

/** Bins on each side of a histogram of samples: few enough for a few thousand of them. */
const bins = 28;

/**
 * A pair as far as ancestral samples tell: a histogram, and the correlation in them.
 * @param j the position of `across` in the plot
 * @param i the position of `up`
 */
export function sampledPair(across: Coordinate, up: Coordinate, j: number, i: number): CornerPair {
  const [x, y] = [binsOf(across.scene), binsOf(up.scene)];
  const count = across.samples.length;
  const density = new Float64Array(x.middles.length * y.middles.length);
  const unit = 1 / (count * x.width * y.width);
  for (let s = 0; s < count; s++) {
    const [column, row] = [x.place(across.samples[s]!), y.place(up.samples[s]!)];
    if (column >= 0 && row >= 0) density[row * x.middles.length + column]! += unit;
  }
  return {
    across: j,
    up: i,
    x: x.middles,
    y: y.middles,
    density,
    known: 'samples',
    relativeError: countingError(density, unit),
    badge: `${thousands(count)} samples`,
    sentence: `A histogram of ${thousands(count)} samples of ${across.choice.label} and ${up.choice.label} together: their joint density is not computed.`,
    correlation: correlation(across.samples, up.samples),
  };
}

/** The standard error of the fullest bin's count as a share of it. */
function countingError(density: Float64Array, unit: number): number {
  // There may be more bins than a call takes arguments.
  const most = density.reduce((highest, each) => Math.max(highest, each), 0) / unit;
  return most > 0 ? 1 / Math.sqrt(most) : 0;
}

interface Bins {
  readonly middles: Float64Array;
  /** 1 where they are values, not intervals. */
  readonly width: number;
  /** The bin of a value; −1 where it lies in none. */
  place(value: number): number;
}

function binsOf({ kind, range, task }: Scene): Bins {
  if (kind === 'bars') {
    const places = new Map(Array.from(task.points.values, (value, k) => [value, k]));
    return { middles: task.points.values, width: 1, place: (value) => places.get(value) ?? -1 };
  }
  const width = (range.high - range.low) / bins;
  return {
    middles: Float64Array.from({ length: bins }, (_, k) => range.low + (k + 0.5) * width),
    width,
    place: (value) =>
      value >= range.low && value <= range.high ? Math.min(bins - 1, Math.floor((value - range.low) / width)) : -1,
  };
}

/** Pearson's, in the samples that have both numbers. @returns NaN where one of the two is the same in all of them */
export function correlation(one: Float64Array, other: Float64Array): number {
  const both = one.map((value, s) => (Number.isNaN(value + other[s]!) ? 0 : 1));
  const [a, b] = [one, other].map((values) => values.filter((_, s) => both[s] === 1)) as [Float64Array, Float64Array];
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [aa, bb, ab] = [0, 0, 0];
  for (let s = 0; s < a.length; s++) {
    const [da, db] = [a[s]! - ma, b[s]! - mb];
    aa += da * da;
    bb += db * db;
    ab += da * db;
  }
  return aa > 0 && bb > 0 ? Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb))) : Number.NaN;
}
