import type { States } from '../../evaluate/laws/discreteStates';
import type { Numbers } from '../../evaluate/numbers';
import type { Element } from '../../plan/graph';
import { eliminate, type Factor } from '../elimination/elimination';
import { conditionalsFor } from './conditionals';
import { spreadStates } from './stateValues';

/** The joint states of some discrete variables, with the probability of each as far as it is known without the continuous ones. */
export interface JointTable {
  readonly elements: readonly Element[];
  readonly count: number;
  /** For each element, its value in every joint state: count × size of one draw. */
  readonly values: readonly Float64Array[];
  /** p of every joint state of the elements with states of their own; 1 for the others. */
  readonly weights: Float64Array;
  /** The variables whose infinite supports were cut off. */
  readonly truncated: readonly string[];
}

/** The table of no variables: one state. */
export const emptyTable: JointTable = {
  elements: [],
  count: 1,
  values: [],
  weights: Float64Array.of(1),
  truncated: [],
};

/**
 * The joint distribution of `keep`, all other variables of `elements` summed out.
 * @param elements discrete variables, parents before children, and with every one all its ancestors
 * @returns null where a table would be too large; the variables must then be drawn
 */
export function jointTable(
  given: Numbers,
  elements: readonly Element[],
  keep: readonly Element[],
  limit: number,
): JointTable | null {
  if (elements.length === 0) return emptyTable;
  const conditionals = conditionalsFor(given);
  const states = new Map<string, States>();
  const sizes = new Map<string, number>();
  const factors: Factor[] = [];
  const truncated: string[] = [];
  const counted = new Set<Float64Array>();
  let held = 0;
  for (const element of elements) {
    const made = conditionals.table(
      element,
      element.parents.map((key) => states.get(key)!),
    );
    if (made === null) return null;
    states.set(element.key, made.states);
    sizes.set(element.key, made.states.count);
    const keys = [...element.parents, element.key];
    factors.push({ keys, sizes: keys.map((key) => sizes.get(key)!), values: made.values, logScale: 0 });
    // The elements of a chain share one table.
    if (!counted.has(made.values)) held += made.values.length;
    counted.add(made.values);
    if (held > heldLimit) return null;
    if (made.states.truncated) truncated.push(element.key);
  }
  const count = keep.reduce((product, { key }) => product * sizes.get(key)!, 1);
  if (count > limit) return null;
  const joint = eliminate(
    factors,
    keep.map(({ key }) => key),
    sizes,
  );
  if (joint.kind === 'too-large') return null;
  return {
    elements: keep,
    count,
    values: spreadStates(keep.map(({ key }) => states.get(key)!)),
    weights: joint.factor.values.map((value) => value * Math.exp(joint.factor.logScale)),
    truncated,
  };
}

/** Numbers in the tables of all variables together: 128 MB. */
const heldLimit = 2 ** 24;

/** Extends a table by variables whose weights are not known yet: every joint state once for each of theirs. */
export function extendTable(table: JointTable, elements: readonly Element[], states: readonly States[]): JointTable {
  const all = [{ count: table.count }, ...states];
  const count = all.reduce((product, each) => product * each.count, 1);
  const inner = count / table.count;
  const repeat = (values: Float64Array) => {
    const size = values.length / table.count;
    const result = new Float64Array(count * size);
    for (let i = 0; i < count; i++) {
      const from = Math.floor(i / inner) * size;
      for (let j = 0; j < size; j++) result[i * size + j] = values[from + j]!;
    }
    return result;
  };
  const own = spreadStates(states);
  return {
    elements: [...table.elements, ...elements],
    count,
    values: [...table.values.map(repeat), ...own.map((values) => tile(values, table.count))],
    weights: repeat(table.weights),
    truncated: [...table.truncated, ...elements.filter((_, i) => states[i]!.truncated).map(({ key }) => key)],
  };
}

function tile(values: Float64Array, times: number): Float64Array {
  const result = new Float64Array(values.length * times);
  for (let i = 0; i < times; i++) result.set(values, i * values.length);
  return result;
}
