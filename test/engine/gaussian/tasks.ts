import { Base } from '../../../webview/engine/base';
import { groupStates } from '../../../webview/engine/groups';
import { integrate } from '../../../webview/engine/integrate';
import type { Estimate, Task } from '../../../webview/engine/marginal';
import { planMarginal } from '../../../webview/engine/planner';
import { model } from '../models';
import { given } from '../plain';

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
