import type { Call, Expression } from '../syntax/tree';
import { components, type Group, type Step, type Steps, stepsOf } from './dependencies';
import type { Definition, Scope } from './scope';
import { inTurn, makeTasks, type Task } from './tasks';

/**
 * The steps of a text in an order in which everything stands behind what it needs. All calls of a network have the same
 * shapes of arguments, so that any of them can tell what these are: the first, unless that needs the network itself.
 */
export function order(scope: Scope): readonly Group[] {
  const { callsOf } = scope;
  const steps = stepsOf(scope, (network) => callsOf.get(network)?.[0]);
  const groups = components(steps);
  if (!mayDecideOtherwise(groups, scope)) return groups;
  const decided = decide(steps, scope);
  return components(stepsOf(scope, (network) => decided.get(network) ?? callsOf.get(network)?.[0]));
}

/** Whether a network has several calls, of which the first may not tell the arguments: it is in a circle, or in a network without calls. */
function mayDecideOtherwise(groups: readonly Group[], { callsOf, globals }: Scope): boolean {
  let several = false;
  for (const calls of callsOf.values()) several ||= calls.length > 1;
  if (!several) return false;
  for (const definition of globals.values()) {
    if (definition.kind === 'network' && !callsOf.has(definition)) return true;
  }
  return groups.some(({ cyclic, steps }) => cyclic && steps.some(({ part }) => part === 'arguments'));
}

/** For every network the call that can be worked out first, where there is one. */
function decide({ all, neededBy }: Steps, scope: Scope): ReadonlyMap<Definition, Call> {
  const tasks: Task[] = makeTasks(all, scope).filter(({ step }) => step.part === 'whole');
  const given = new Map<Call, Step>();
  /** The step of knowing what a call gives: nested calls have steps of their own, so that no expression is gone through twice. */
  const stepOf = (call: Call, definition: Definition): Step => {
    const before = given.get(call);
    if (before !== undefined) return before;
    const step: Step = { definition, part: 'arguments', call, needs: [] };
    given.set(call, step);
    const missing = new Set<Step>();
    const enters = (expression: Expression) => {
      const inner = expression.kind === 'Call' ? scope.definedAt.get(expression.callee) : undefined;
      if (expression.kind !== 'Call' || inner === undefined) return true;
      missing.add(stepOf(expression, inner));
      return false;
    };
    for (const need of neededBy(call, enters)) missing.add(need);
    tasks.push({ step, statement: definition.statements[0]!, call: null, missing });
    return step;
  };
  for (const step of all) {
    if (step.part === 'whole') continue;
    const { definition } = step;
    for (const call of scope.callsOf.get(definition) ?? []) {
      const missing = new Set([stepOf(call, definition)]);
      tasks.push({ step, statement: definition.statements[0]!, call, missing });
    }
  }
  const decided = new Map<Definition, Call>();
  for (const { step, call } of inTurn(tasks)) if (call !== null) decided.set(step.definition, call);
  return decided;
}
