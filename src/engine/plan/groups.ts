import { sizeOf } from '../values/shape';
import type { Plan } from './planner';

/** How the joint states of a plan fall into components. */
export interface Groups {
  /** The slot of the shown component of each joint state; −1 where it is not shown. */
  readonly slotOf: Int32Array;
  readonly shown: readonly Group[];
  readonly total: number;
}

export interface Group {
  /** The values of the component variables, flat. */
  readonly values: readonly number[];
  /** p of it, as far as it is known without the continuous variables. */
  readonly weight: number;
  /** Its place among all components in the order of their values, from 0. */
  readonly index: number;
}

/** Components that are drawn at most; of more, the heaviest. */
export const shownLimit = 200;

/** Sorts the joint states of a plan into components by the values of its component variables. */
export function groupStates(plan: Plan): Groups {
  const { table } = plan;
  const slotOf = new Int32Array(table.count).fill(-1);
  if (plan.components.length === 0) return { slotOf, shown: [], total: 0 };
  const columns = plan.components.map((element) => {
    const at = table.elements.findIndex(({ key }) => key === element.key);
    return { values: table.values[at]!, size: sizeOf(element.variable.type.shape) };
  });
  const valuesAt = (d: number) =>
    columns.flatMap(({ values: all, size }) => Array.from(all.subarray(d * size, (d + 1) * size)));
  const [only, ...others] = columns;
  const keyAt =
    only!.size === 1 && others.length === 0 ? (d: number) => only!.values[d]! : (d: number) => valuesAt(d).join();
  const groups = new Map<string | number, number>();
  const groupOf = new Int32Array(table.count);
  const weights = new Float64Array(table.count);
  const firsts: number[] = [];
  // The values of one number most often rise from state to state, each another.
  const rises = only!.size === 1 && others.length === 0 && isRising(only!.values);
  for (let d = 0; d < table.count; d++) {
    const key = keyAt(d);
    let group = rises ? undefined : groups.get(key);
    if (group === undefined) {
      group = firsts.length;
      if (!rises) groups.set(key, group);
      firsts.push(d);
    }
    groupOf[d] = group;
    weights[group]! += table.weights[d]!;
  }
  const total = firsts.length;
  const chosen = heaviest(weights.subarray(0, total));
  const shown = chosen.map((index) => ({ values: valuesAt(firsts[index]!), weight: weights[index]!, index }));
  const slots = new Int32Array(total).fill(-1);
  chosen.forEach((index, slot) => {
    slots[index] = slot;
  });
  for (let d = 0; d < table.count; d++) slotOf[d] = slots[groupOf[d]!]!;
  return { slotOf, shown, total };
}

function isRising(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) if (!(values[i]! > values[i - 1]!)) return false;
  return true;
}

/** The places of the largest weights, as many as are shown: in their order where these are all, or else from the heaviest down. */
function heaviest(weights: Float64Array): number[] {
  if (weights.length <= shownLimit) return Array.from(weights.keys());
  const least = weights.slice().sort()[weights.length - shownLimit]!;
  const above: number[] = [];
  const equal: number[] = [];
  for (let i = 0; i < weights.length; i++) {
    if (weights[i]! > least) above.push(i);
    else if (weights[i] === least && equal.length < shownLimit) equal.push(i);
  }
  return [...above.sort((a, b) => weights[b]! - weights[a]!), ...equal].slice(0, shownLimit);
}
