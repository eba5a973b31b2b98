import type { Call, Statement } from '../syntax/tree';
import { isVariable, type Step, statementsOf } from './dependencies';
import type { Scope } from './scope';

/** One way to find a step out, with the steps that must be known before. Of a chain, any one of its statements will do. */
export interface Task {
  readonly step: Step;
  readonly statement: Statement;
  /** For the arguments of a network, the call that is to tell them; null otherwise. */
  readonly call: Call | null;
  readonly missing: Set<Step>;
}

/** The tasks of some steps; what other steps there are is known. */
export function makeTasks(steps: readonly Step[], scope: Scope): readonly Task[] {
  const members = new Set(steps);
  const wholes = new Map(steps.filter(({ part }) => part === 'whole').map((step) => [step.definition, step]));
  return steps.flatMap((step) =>
    statementsOf(step.definition).map((statement) => {
      const missing = new Set<Step>();
      if (step.part === 'whole' && isVariable(step.definition)) {
        for (const used of scope.usedBy.get(statement) ?? []) {
          const need = wholes.get(used);
          if (need) missing.add(need);
        }
      } else {
        for (const need of step.needs) if (members.has(need)) missing.add(need);
      }
      return { step, statement, call: step.call, missing };
    }),
  );
}

/**
 * The first task of each step that can be done, each when what it misses has been gone through before. Steps that need
 * themselves in every way do not come.
 */
export function* inTurn(tasks: readonly Task[]): Generator<Task> {
  const waiting = new Map<Step, Task[]>();
  for (const task of tasks) for (const need of task.missing) pushTo(waiting, need, task);
  const ready = tasks.filter(({ missing }) => missing.size === 0);
  const done = new Set<Step>();
  for (let next = 0; next < ready.length; next++) {
    const task = ready[next]!;
    if (done.has(task.step)) continue;
    done.add(task.step);
    yield task;
    for (const other of waiting.get(task.step) ?? []) {
      other.missing.delete(task.step);
      if (other.missing.size === 0) ready.push(other);
    }
  }
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, item: V): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
