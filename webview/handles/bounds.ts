import { noLoops } from '../../src/model/loops';
import type { Structure } from '../../src/model/model';
import { type Bond, bondLimits, noLocks } from './bonds';
import { demandsOf } from './demands';
import { both, type Limits, paramLimits, smallestPositive } from './limits';
import type { Origin } from './literal';
import type { Reading } from './reading';

/** A literal that is dragged, with what holds it in. */
export interface Bounded {
  readonly slot: number;
  /** The value is `sign × numbers[slot]`. */
  readonly sign: 1 | -1;
  /** Of the value: what the distribution allows its parameter, and the param its numbers. */
  readonly limits: Limits;
  /** What the literal must keep to with others; null for one by itself. */
  readonly bond: Bond | null;
  readonly beside?: Beside | null;
}

/** Of an end of a range, the value that it stays below or above. */
export interface Beside {
  readonly value: number;
  /** Which end it is. */
  readonly side: 'low' | 'high';
}

/** @param domain what the distribution allows the value */
export function boundsOf(literal: Extract<Origin, { kind: 'literal' }>, domain: Limits, reading: Reading): Bounded {
  const { slot, sign } = literal;
  const { structure, numbers } = reading;
  const param = structure.params.find(({ name }) => name === literal.param);
  const limits = param === undefined ? domain : both(domain, signed(paramLimits(param, reading), sign));
  return { slot, sign, limits, bond: bondsOf(structure, numbers).get(slot) ?? null };
}

/** The values that a literal may have while the others of its bond allow it. @param unit one unit of the last digit that is written */
export function limitsAt(
  { slot, sign, limits, bond, beside }: Bounded,
  unit: number,
  numbers: readonly number[],
  locked: ReadonlySet<number>,
): Limits {
  // A positive number stops at one unit of its last digit.
  const positive = {
    low: limits.low === smallestPositive ? Math.max(limits.low, unit) : limits.low,
    high: limits.high === -smallestPositive ? Math.min(limits.high, -unit) : limits.high,
  };
  const own = beside == null ? positive : both(positive, endLimits(beside, unit));
  if (bond === null) return own;
  return both(own, signed(bondLimits(bond, numbers, slot, locked, unitOfBond(bond, unit)), sign));
}

/** Two ends of a range are a pair of numbers that rises. */
function endLimits({ value, side }: Beside, unit: number): Limits {
  const own = side === 'low' ? 0 : 1;
  return bondLimits({ kind: 'ordered', slots: [0, 1] }, [value, value], own, noLocks, unit);
}

/** One unit of the last digit that a step justifies. */
export function unitOf(step: number): number {
  return 10 ** -Math.ceil(-Math.log10(step));
}

/** Probabilities share out what is left in thousandths at least, however coarse the axis is that one of them is dragged along. */
export function unitOfBond({ kind }: Bond, unit: number): number {
  return kind === 'simplex' ? Math.min(unit, 1e-3) : unit;
}

function signed({ low, high }: Limits, sign: 1 | -1): Limits {
  return sign === 1 ? { low, high } : { low: -high, high: -low };
}

const known = new WeakMap<Structure, ReadonlyMap<number, Bond>>();

/** The bonds of a model by slot; its structure alone decides them. */
function bondsOf(structure: Structure, numbers: readonly number[]): ReadonlyMap<number, Bond> {
  const found = known.get(structure);
  if (found !== undefined) return found;
  const demands = demandsOf({ structure, numbers, states: new Map(), loops: noLoops });
  const bonds = new Map([...demands].flatMap(([slot, { bond }]) => (bond === null ? [] : [[slot, bond] as const])));
  known.set(structure, bonds);
  return bonds;
}
