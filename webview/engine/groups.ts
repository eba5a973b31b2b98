import { sizeOf } from './batch';
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
  const groups = new Map<string, { values: number[]; weight: number; states: number[] }>();
  for (let d = 0; d < table.count; d++) {
    const values = columns.flatMap(({ values: all, size }) => Array.from(all.subarray(d * size, (d + 1) * size)));
    const key = values.join();
    let group = groups.get(key);
    if (group === undefined) {
      group = { values, weight: 0, states: [] };
      groups.set(key, group);
    }
    group.weight += table.weights[d]!;
    group.states.push(d);
  }
  const all = [...groups.values()].map((group, index) => ({ ...group, index }));
  const shown = all.length <= shownLimit ? all : [...all].sort((a, b) => b.weight - a.weight).slice(0, shownLimit);
  shown.forEach((group, slot) => {
    for (const d of group.states) slotOf[d] = slot;
  });
  return { slotOf, shown, total: all.length };
}
