import type { Change } from './change';
import type { Limits } from './limits';
import { reweightedFinely } from './shares';

/** Numbers that hold one another in check: probabilities that sum to 1, cut points that rise, a matrix that is a covariance, the ends of a range. */
export type Bond = Entries | Ends;

/** The numbers of one vector or matrix. */
interface Entries {
  readonly kind: 'simplex' | 'ordered' | 'covariance';
  /** In the order that they are written in; of a matrix row by row. */
  readonly slots: readonly number[];
}

/** The lower and the upper ends of a range: several of one of them where the other is the same for all. */
interface Ends {
  readonly kind: 'ends';
  /** Of both. */
  readonly slots: readonly number[];
  /** Those that are below all of the others. */
  readonly lows: readonly number[];
  /** Whether a lower and an upper end may be the same number. */
  readonly touching: boolean;
}

/** Of all numbers none is kept. */
export const noLocks: ReadonlySet<number> = new Set();

/**
 * The numbers that one of them may hold while the others allow it; where it cannot move at all, both ends are its value.
 * @param locked slots that keep their values: of probabilities the others give and take what is left
 * @param unit one unit of the last digit that is written
 */
export function bondLimits(
  bond: Bond,
  numbers: readonly number[],
  slot: number,
  locked: ReadonlySet<number>,
  unit: number,
): Limits {
  const value = numbers[slot] ?? Number.NaN;
  if (locked.has(slot)) return { low: value, high: value };
  const at = bond.slots.indexOf(slot);
  switch (bond.kind) {
    case 'simplex': {
      const others = bond.slots.filter((each) => each !== slot);
      if (others.every((each) => locked.has(each))) return { low: value, high: value };
      const kept = others.filter((each) => locked.has(each)).reduce((sum, each) => sum + (numbers[each] ?? 0), 0);
      return { low: 0, high: Math.max(0, 1 - kept) };
    }
    case 'ordered':
    case 'ends': {
      const { low, high } = between(bond, numbers, slot);
      if (bond.kind === 'ends' && bond.touching) return { low, high };
      const [first, last] = [ceil(low + unit, unit), floor(high - unit, unit)];
      return first <= last ? { low: first, high: last } : { low: value, high: value };
    }
    case 'covariance':
      return covarianceLimits(bond.slots, numbers, at, unit);
  }
}

/**
 * What is to be written so that one number holds a value and the bond is kept: the rest of a simplex gives or takes in proportion, to a sum of 1 in the
 * digits that are written; both halves of a matrix are the same.
 * @param wanted within `bondLimits`
 */
export function bondChanges(
  bond: Bond,
  numbers: readonly number[],
  slot: number,
  wanted: number,
  locked: ReadonlySet<number>,
  unit: number,
): readonly Change[] {
  const at = bond.slots.indexOf(slot);
  if (locked.has(slot)) return [];
  switch (bond.kind) {
    case 'simplex': {
      const literals = bond.slots.map((each) => ({ kind: 'literal', slot: each, sign: 1, param: null }) as const);
      return reweightedFinely({ kind: 'simplex', literals }, numbers, at, wanted, decimalsOf(unit), locked);
    }
    case 'ordered':
    case 'ends':
      return [{ slot, value: wanted }];
    case 'covariance': {
      const mirrored = bond.slots[mirror(at, Math.sqrt(bond.slots.length))] ?? slot;
      return mirrored === slot
        ? [{ slot, value: wanted }]
        : [slot, mirrored].map((each) => ({ slot: each, value: wanted }));
    }
  }
}

/** The numbers that one of a rising vector, or an end of a range, lies between. */
export function between(bond: Bond, numbers: readonly number[], slot: number): Limits {
  const at = bond.slots.indexOf(slot);
  const [below, above] =
    bond.kind === 'ends'
      ? opposite(bond, slot)
      : [bond.slots.slice(Math.max(0, at - 1), at), bond.slots.slice(at + 1, at + 2)];
  const valuesOf = (slots: readonly number[]) => slots.map((each) => numbers[each] ?? Number.NaN);
  return { low: Math.max(...valuesOf(below)), high: Math.min(...valuesOf(above)) };
}

/** The ends that one end must be above, and those that it must be below. */
function opposite({ slots, lows }: Ends, slot: number): readonly [readonly number[], readonly number[]] {
  return lows.includes(slot) ? [[], slots.filter((each) => !lows.includes(each))] : [lows, []];
}

/** The next whole number of units, without the noise of the multiplication: it may be written into the text. */
function ceil(value: number, unit: number): number {
  return Number((Math.ceil(value / unit - slack) * unit).toPrecision(12));
}

function floor(value: number, unit: number): number {
  return Number((Math.floor(value / unit + slack) * unit).toPrecision(12));
}

/** A quotient that is whole but for rounding is whole. */
const slack = 1e-9;

/** How many digits after the point a unit has. */
function decimalsOf(unit: number): number {
  return Math.max(0, Math.round(-Math.log10(unit)));
}

function mirror(at: number, side: number): number {
  return (at % side) * side + Math.floor(at / side);
}

/** Where one entry of a matrix, and its mirror image, can stop in whole units. */
function covarianceLimits(slots: readonly number[], numbers: readonly number[], at: number, unit: number): Limits {
  const value = numbers[slots[at] ?? -1] ?? Number.NaN;
  const ends = covarianceEnds(slots, numbers, at);
  if (ends === null) return { low: value, high: value };
  // Whole units inside of the ends, so that what is written is still a covariance.
  const inside = { low: ceil(ends.low + unit / 2, unit), high: floor(ends.high - unit / 2, unit) };
  return { low: Math.min(value, inside.low), high: Math.max(value, inside.high) };
}

/**
 * How far one entry of a matrix, and its mirror image, can move while the matrix stays positive definite, both ends left out; null where it is not.
 * Where it is one is a convex set, so that each end is found by halving.
 */
export function covarianceEnds(slots: readonly number[], numbers: readonly number[], at: number): Limits | null {
  const side = Math.sqrt(slots.length);
  const present = slots.map((slot) => numbers[slot] ?? Number.NaN);
  const value = present[at] ?? Number.NaN;
  const holds = (wanted: number): boolean => {
    const matrix = [...present];
    matrix[at] = wanted;
    matrix[mirror(at, side)] = wanted;
    return isPositiveDefinite(matrix, side);
  };
  if (!holds(value)) return null;
  const [row, column] = [Math.floor(at / side), at % side];
  const bound = Math.sqrt((present[row * side + row] ?? 0) * (present[column * side + column] ?? 0));
  const low = end(value, row === column ? 0 : -bound, holds);
  const high = row === column ? Number.POSITIVE_INFINITY : end(value, bound, holds);
  return { low, high };
}

function end(from: number, to: number, holds: (value: number) => boolean): number {
  let [good, bad] = [from, to];
  for (let i = 0; i < 60; i++) {
    const middle = (good + bad) / 2;
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** By Cholesky's decomposition: it exists for these matrices only. */
function isPositiveDefinite(matrix: readonly number[], side: number): boolean {
  const factor = new Float64Array(side * side);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * side + column] ?? Number.NaN;
      for (let k = 0; k < column; k++) rest -= (factor[row * side + k] ?? 0) * (factor[column * side + k] ?? 0);
      if (row !== column) factor[row * side + column] = rest / (factor[column * side + column] ?? 0);
      else if (rest > 0) factor[row * side + row] = Math.sqrt(rest);
      else return false;
    }
  }
  return true;
}
