import { integrate } from '../../../../src/engine/integrate/integrate';
import type { Estimate, Task } from '../../../../src/engine/integrate/marginal';
import { groupStates } from '../../../../src/engine/plan/groups';
import { planMarginal } from '../../../../src/engine/plan/planner';
import { Base } from '../../../../src/engine/sampling/base';
import { model } from '../../models';
import { given } from '../../plain';

/** What a marginal of a model is computed from, at some values. */
export function taskOf(
  text: string,
  name: string,
  index: number | null,
  coordinate: number | null,
  values: readonly number[],
): Task {
  const { numbers, graph } = given(model(text));
  const element = graph.element(name, index);
  const plan = planMarginal(numbers, graph, element);
  return {
    given: numbers,
    plan,
    target: { element, coordinate },
    points: {
      values: Float64Array.from(values),
      count: values.length,
      size: 1,
      even: new Int32Array(),
      pointWidth: null,
      grid: null,
      cost: values.length,
    },
    groups: groupStates(plan),
    base: new Base(),
    draws: 4096,
    seed: 0,
  };
}

/** The last estimate of a task. */
export function settled(task: Task): Estimate {
  let last: Estimate | null = null;
  for (const estimate of integrate(task)) last = estimate ?? last;
  if (last?.settled !== true) throw new Error('There is no settled estimate.');
  return last;
}
