import { type Definition, isChain, type Scope } from './scope';
import type { Expression, Statement } from './tree';
import { forEachExpression } from './walk';

/** A step of working a text out: what a name stands for or, for a network, first of all what its arguments are. */
export interface Step {
  readonly definition: Definition;
  readonly part: 'whole' | 'arguments';
  /** The steps that must come before. */
  readonly needs: readonly Step[];
}

/** Steps that need each other: one step that needs itself, or several. */
export interface Group {
  readonly steps: readonly Step[];
  readonly cyclic: boolean;
}

/**
 * The steps of a text in an order in which everything stands behind what it needs (Tarjan's strongly connected
 * components, without recursion because texts can chain thousands of names).
 */
export function order(scope: Scope): readonly Group[] {
  return components(makeSteps(scope));
}

function makeSteps(scope: Scope): readonly Step[] {
  const wholes = new Map<Definition, MutableStep>();
  const signatures = new Map<Statement, MutableStep>();
  const steps: MutableStep[] = [];
  for (const definition of scope.globals.values()) {
    const whole: MutableStep = { definition, part: 'whole', needs: [] };
    wholes.set(definition, whole);
    steps.push(whole);
    if (definition.kind !== 'network') continue;
    const signature: MutableStep = { definition, part: 'arguments', needs: [] };
    signatures.set(definition.statements[0]!, signature);
    whole.needs.push(signature);
    steps.push(signature);
  }
  for (const step of steps) {
    if (step.part === 'whole') {
      addUses(step, scope, wholes);
      continue;
    }
    for (const used of usedInFirstCall(step.definition, scope)) {
      const need = used.kind === 'argument' ? signatures.get(used.statements[0]!) : wholes.get(used);
      if (need) step.needs.push(need);
    }
  }
  return steps;
}

interface MutableStep extends Step {
  readonly needs: Step[];
}

/** What a definition uses: for a chain, what any of its statements does. Random variables where none may stand are another rule's business. */
function addUses({ definition, needs }: MutableStep, scope: Scope, wholes: ReadonlyMap<Definition, MutableStep>): void {
  const mayBeRandom = definition.kind !== 'param' && definition.kind !== 'network';
  for (const statement of statementsOf(definition)) {
    for (const used of scope.usedBy.get(statement) ?? []) {
      const need = mayBeRandom || !isVariable(used) ? wholes.get(used) : undefined;
      if (need) needs.push(need);
    }
  }
}

/** The statements that count: those of a chain's elements, otherwise the first. */
export function statementsOf(definition: Definition): readonly Statement[] {
  if (!isChain(definition)) return definition.statements.slice(0, 1);
  return definition.statements.filter((statement) => statement.kind === 'Variable' && statement.target?.index);
}

export function isVariable(definition: { readonly kind: Definition['kind'] }): boolean {
  return definition.kind === 'latent' || definition.kind === 'observed';
}

function usedInFirstCall(network: Definition, scope: Scope): ReadonlySet<Definition> {
  const found = new Set<Definition>();
  const add = (expression: Expression) => {
    const node = expression.kind === 'Call' ? expression.callee : expression;
    if (node.kind !== 'Name' && node.kind !== 'Identifier') return;
    const definition = scope.definedAt.get(node);
    if (definition) found.add(definition);
  };
  for (const { value } of scope.firstCalls.get(network)?.call.args ?? []) forEachExpression(value, add);
  return found;
}

/** A step on the way: when it was met, and the earliest step that it can reach on the path. */
interface Visit {
  readonly step: Step;
  readonly index: number;
  low: number;
  next: number;
  onStack: boolean;
}

function components(steps: readonly Step[]): readonly Group[] {
  const groups: Group[] = [];
  const visits = new Map<Step, Visit>();
  const stack: Visit[] = [];
  const path: Visit[] = [];
  const enter = (step: Step) => {
    const visit = { step, index: visits.size, low: visits.size, next: 0, onStack: true };
    visits.set(step, visit);
    stack.push(visit);
    path.push(visit);
  };
  for (const root of steps) {
    if (visits.has(root)) continue;
    enter(root);
    while (path.length > 0) {
      const here = path[path.length - 1]!;
      const need = here.step.needs[here.next++];
      if (need !== undefined) {
        const met = visits.get(need);
        if (met === undefined) enter(need);
        else if (met.onStack) here.low = Math.min(here.low, met.index);
        continue;
      }
      path.pop();
      const above = path[path.length - 1];
      if (above) above.low = Math.min(above.low, here.low);
      if (here.low === here.index) groups.push(popGroup(here, stack));
    }
  }
  return groups;
}

function popGroup(root: Visit, stack: Visit[]): Group {
  const steps: Step[] = [];
  let visit: Visit;
  do {
    visit = stack.pop()!;
    visit.onStack = false;
    steps.push(visit.step);
  } while (visit !== root);
  steps.reverse();
  return { steps, cyclic: steps.length > 1 || root.step.needs.includes(root.step) };
}
