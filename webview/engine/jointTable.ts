import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import { sizeOf } from './batch';
import { checkLaw } from './checkLaw';
import { type States, statesOf } from './discreteStates';
import { eliminate, type Factor } from './elimination';
import { Evaluation, type Numbers } from './evaluation';
import type { Element } from './graph';
import { lawOf } from './law';
import { logProb } from './lawLogProb';
import { scoped } from './scoped';

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
  const states = new Map<string, States>();
  const sizes = new Map<string, number>();
  const factors: Factor[] = [];
  const truncated: string[] = [];
  let held = 0;
  for (const element of elements) {
    const made = conditionalTable(given, element, states);
    if (made === null) return null;
    states.set(element.key, made.states);
    sizes.set(element.key, made.states.count);
    factors.push(made.factor);
    held += made.factor.values.length;
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
  if (joint === null) return null;
  return {
    elements: keep,
    count,
    values: spread(keep.map(({ key }) => states.get(key)!)),
    weights: joint.values,
    truncated,
  };
}

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
  const own = spread(states);
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

/** For each variable its value in every joint state, the last variable changing fastest. */
function spread(states: readonly { readonly count: number; readonly values: Float64Array }[]): Float64Array[] {
  const count = states.reduce((product, each) => product * each.count, 1);
  let inner = count;
  return states.map((each) => {
    inner /= each.count;
    const size = each.values.length / each.count;
    const result = new Float64Array(count * size);
    for (let i = 0; i < count; i++) {
      const from = (Math.floor(i / inner) % each.count) * size;
      for (let j = 0; j < size; j++) result[i * size + j] = each.values[from + j]!;
    }
    return result;
  });
}

const conditionalLimit = 2 ** 22;
const roundingError = 1e-5;
/** Numbers in the tables of all variables together: 128 MB. */
const heldLimit = 2 ** 24;

/** p(element | its parents) over the states of both. */
function conditionalTable(
  given: Numbers,
  element: Element,
  states: ReadonlyMap<string, States>,
): { states: States; factor: Factor } | null {
  const parents = element.parents.map((key) => states.get(key)!);
  const nodes = parents.reduce((product, each) => product * each.count, 1);
  if (nodes > conditionalLimit) return null;
  return scoped(() => {
    const evaluation = new Evaluation(given);
    const values = spread(parents);
    element.parents.forEach((key, i) => {
      const shape = shapeOf(key, given);
      evaluation.assign(key, nodeValues(values[i]!, nodes, shape));
    });
    const law = lawOf(element.distribution, evaluation, element.local);
    checkLaw(law, element.key, given.faults);
    const own = statesOf(law);
    if (own === null || own.count * nodes > conditionalLimit) return null;
    const shape = element.variable.type.shape;
    const log = logProb(law, tensor(Float32Array.from(own.values), [own.count, 1, ...shape]));
    const data = log.dataSync();
    const wide = log.shape[1] !== 1;
    const table = new Float64Array(nodes * own.count);
    for (let n = 0; n < nodes; n++) {
      let total = 0;
      for (let s = 0; s < own.count; s++) {
        const p = Math.exp(data[wide ? s * nodes + n : s]!);
        table[n * own.count + s] = p;
        total += p;
      }
      // The rounding of single precision, taken back: along a chain it would add up.
      if (Math.abs(total - 1) < roundingError) for (let s = 0; s < own.count; s++) table[n * own.count + s]! /= total;
    }
    const keys = [...element.parents, element.key];
    const sizes = [...parents.map(({ count }) => count), own.count];
    return { states: own, factor: { keys, sizes, values: table } };
  });
}

function shapeOf(key: string, given: Numbers): readonly number[] {
  const name = key.endsWith(']') ? key.slice(0, key.lastIndexOf('[')) : key;
  return given.program.variables.get(name)!.type.shape;
}

/** The values of a variable at all nodes as a tensor. */
export function nodeValues(values: Float64Array, nodes: number, shape: readonly number[]): Tensor {
  if (values.length !== nodes * sizeOf(shape)) throw new Error('The values of a variable do not fit its shape.');
  return tensor(Float32Array.from(values), [1, nodes, ...shape]);
}
