import { checkLaw, type Leniency, strict } from '../../evaluate/laws/checkLaw';
import type { States } from '../../evaluate/laws/discreteStates';
import { logMassesAt, nodesOf, statesOf } from '../../evaluate/laws/law';
import type { Numbers } from '../../evaluate/numbers';
import { lenientShare } from '../../integrate/atNodes';
import { orNothing } from '../../math/logSum';
import type { Element } from '../../plan/graph';
import type { Batch } from '../../values/batch';
import { sizeOf } from '../../values/shape';
import { lawOfElement } from './elementLaw';
import type { PointValues } from './known';
import { spreadStates } from './stateValues';

/** log p of one element given its parents, over the states of the unknown discrete elements among them and itself. */
export interface LogFactor {
  readonly keys: readonly string[];
  readonly sizes: readonly number[];
  /** 1, or one table for each point of the known elements. */
  readonly points: number;
  /** points × the sizes, row-major. */
  readonly values: Float64Array;
}

/** The states of the unknown elements of a query, by key. */
export type StatesOf = ReadonlyMap<string, States>;

/** Numbers in one table, at most. */
const factorLimit = 2 ** 22;

/**
 * log p(known element | its parents) over the states of its unknown parents, all of them discrete.
 * @returns null where the table would be too large
 */
export function knownFactor(
  given: Numbers,
  element: Element,
  known: ReadonlyMap<string, PointValues>,
  states: StatesOf,
): LogFactor | null {
  const keys = element.parents.filter((key) => states.has(key));
  const sizes = keys.map((key) => states.get(key)!.count);
  const nodes = sizeOf(sizes);
  const points = pointsOf([element.key, ...element.parents], known);
  if (nodes * points > factorLimit) return null;
  const parentPoints = pointsOf(element.parents, known);
  const law = lawOfElement(given, element, parentValues(element, known, states, keys, parentPoints));
  checkLaw(law, element.key, given.faults, leniencyFor(parentPoints));
  const { values } = known.get(element.key)!;
  const size = sizeOf(element.variable.type.shape);
  const own = values.length / size;
  const result = new Float64Array(points * nodes);
  const lawNodes = nodesOf(law);
  for (let n = 0; n < nodes; n++) {
    if (parentPoints === 1) {
      // One law for all points: all values at once.
      const logs = logMassesAt(law, lawNodes === 1 ? 0 : n, values);
      for (let p = 0; p < points; p++) result[p * nodes + n] = orNothing(logs[own === 1 ? 0 : p]!);
      continue;
    }
    for (let p = 0; p < points; p++) {
      const value = own === 1 ? values : values.subarray(p * size, (p + 1) * size);
      result[p * nodes + n] = orNothing(logMassesAt(law, lawNodes === 1 ? 0 : p * nodes + n, value)[0]!);
    }
  }
  return { keys, sizes, points, values: result };
}

/** The values of an element's parents at every joint state of the unknown ones, for each point of the known ones. */
function parentValues(
  element: Element,
  known: ReadonlyMap<string, PointValues>,
  states: StatesOf,
  keys: readonly string[],
  points: number,
): Map<string, Batch> {
  const columns = columnsOf(keys, states, points);
  const nodes = points * keys.reduce((product, key) => product * states.get(key)!.count, 1);
  const result = new Map<string, Batch>();
  keys.forEach((key, i) => {
    const data = columns[i]!;
    result.set(key, { nodes, size: data.length / nodes, data });
  });
  for (const key of element.parents) {
    const value = known.get(key);
    if (value === undefined) continue;
    const size = value.values.length / value.points;
    const data = value.points === 1 ? value.values : stretched(value.values, points, nodes);
    result.set(key, { nodes: data.length / size, size, data });
  }
  return result;
}

/**
 * log p(unknown discrete element | its parents) over its own states and those of its unknown parents.
 * @param widen whether a support that was cut off where its probability is small goes on: evidence may lie there
 * @returns null where there would be too many of them
 */
export function freeFactor(
  given: Numbers,
  element: Element,
  known: ReadonlyMap<string, PointValues>,
  states: StatesOf,
  widen: boolean,
): { readonly states: States; readonly factor: LogFactor } | null {
  const keys = element.parents.filter((key) => states.has(key));
  const sizes = keys.map((key) => states.get(key)!.count);
  const points = pointsOf(element.parents, known);
  // The states of the element stand on the axis of points, so the points stand among the nodes.
  const nodes = points * sizeOf(sizes);
  if (nodes > factorLimit) return null;
  const law = lawOfElement(given, element, parentValues(element, known, states, keys, points));
  checkLaw(law, element.key, given.faults, leniencyFor(points));
  const own = wideEnough(statesOf(law), element, widen);
  if (own === null || own.count * nodes > factorLimit) return null;
  const table = new Float64Array(nodes * own.count);
  const lawNodes = nodesOf(law);
  for (let n = 0; n < nodes; n++) {
    const row = table.subarray(n * own.count, (n + 1) * own.count);
    row.set(lawNodes === 1 && n > 0 ? table.subarray(0, own.count) : logMassesAt(law, n, own.values).map(orNothing));
  }
  return {
    states: own,
    factor: { keys: [...keys, element.key], sizes: [...sizes, own.count], points, values: table },
  };
}

function pointsOf(keys: readonly string[], known: ReadonlyMap<string, PointValues>): number {
  return keys.reduce((points, key) => Math.max(points, known.get(key)?.points ?? 1), 1);
}

/** At one of many points a parameter may be invalid, as at some of many draws; where there is one it may not. */
function leniencyFor(points: number): Leniency {
  return points === 1 ? strict : { weights: null, mass: null, share: lenientShare };
}

/** The values of discrete elements in all their joint states, the last changing fastest, all of it `times` times. */
function columnsOf(keys: readonly string[], states: StatesOf, times: number): Float64Array[] {
  const again: States = { count: times, values: new Float64Array(times), truncated: false };
  return spreadStates([again, ...keys.map((key) => states.get(key)!)]).slice(1);
}

/** Every value as often as there are nodes for each point. */
function stretched(values: Float64Array, points: number, nodes: number): Float64Array {
  const size = values.length / points;
  const inner = nodes / points;
  return Float64Array.from({ length: nodes * size }, (_, i) => {
    const point = Math.floor(i / (size * inner));
    return values[point * size + (i % size)]!;
  });
}

/** How many times as far the states go on where evidence may lie beyond the likely ones. */
const reach = 8;
const widenedLimit = 65_536;

/** The likely values of a count, and where that is wanted those far beyond; values below 0 have probability 0. */
function wideEnough(states: States | null, element: Element, widen: boolean): States | null {
  if (states === null || !widen || !states.truncated || element.variable.type.shape.length > 0) return states;
  const [low, high] = [states.values[0]!, states.values[states.count - 1]!];
  const margin = reach * (high - low + 8);
  const from = Math.max(0, low - margin);
  const count = high + margin - from + 1;
  if (count > widenedLimit) return states;
  return { count, values: Float64Array.from({ length: count }, (_, i) => from + i), truncated: true };
}
