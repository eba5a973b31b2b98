import type { Call, Expression, Statement } from '../syntax/tree';
import { forEachExpression } from '../syntax/walk';
import { type Definition, isChain, type Scope } from './scope';

/** A step of working a text out: what a name stands for or, for a network, first of all what its arguments are. */
export interface Step {
  readonly definition: Definition;
  readonly part: 'whole' | 'arguments';
  /** Of a network's arguments, the call that tells what they are; null where there is none, and for a whole. */
  readonly call: Call | null;
  /** The steps that must come before. */
  readonly needs: readonly Step[];
}

/** Steps that need each other: one step that needs itself, or several. */
export interface Group {
  readonly steps: readonly Step[];
  readonly cyclic: boolean;
}

/** The steps of a text, to be put in order once. */
export interface Steps {
  readonly all: readonly MutableStep[];
  /** What must be known before the arguments of a call are, but for what stands in expressions that are not entered. */
  neededBy(call: Call, enters?: (expression: Expression) => boolean): readonly Step[];
}

/** The steps of a text, where each network's arguments are told by the call that is decided on. */
export function stepsOf(scope: Scope, decide: (network: Definition) => Call | undefined): Steps {
  const wholes: MutableStep[] = [];
  const signatures = new Map<Statement, MutableStep>();
  const all: MutableStep[] = [];
  for (const definition of scope.globals.values()) {
    const whole = newStep(definition, 'whole', null);
    wholes[definition.number] = whole;
    all.push(whole);
    if (definition.kind !== 'network') continue;
    const signature = newStep(definition, 'arguments', decide(definition) ?? null);
    signatures.set(definition.statements[0]!, signature);
    whole.needs.push(signature);
    all.push(signature);
  }
  const neededBy = (call: Call, enters?: (expression: Expression) => boolean): readonly MutableStep[] => {
    const needs: MutableStep[] = [];
    for (const used of usedInArguments(call, scope, enters)) {
      const need = used.kind === 'argument' ? signatures.get(used.statements[0]!) : wholes[used.number];
      if (need) needs.push(need);
    }
    return needs;
  };
  for (const step of all) {
    if (step.part === 'whole') addUses(step, scope, wholes);
    else if (step.call !== null) step.needs.push(...neededBy(step.call));
  }
  return { all, neededBy };
}

/** A step on the way: when it was met (-1 before that), and the earliest step that it can reach on the path. */
interface MutableStep extends Step {
  readonly needs: MutableStep[];
  met: number;
  low: number;
  next: number;
  onStack: boolean;
}

function newStep(definition: Definition, part: Step['part'], call: Call | null): MutableStep {
  return { definition, part, call, needs: [], met: -1, low: -1, next: 0, onStack: false };
}

/** What a definition uses: for a chain, what any of its statements does. Random variables where none may stand are another rule's business. */
function addUses({ definition, needs }: MutableStep, scope: Scope, wholes: readonly MutableStep[]): void {
  const mayBeRandom = definition.kind !== 'param' && definition.kind !== 'network';
  for (const statement of statementsOf(definition)) {
    for (const used of scope.usedBy.get(statement) ?? []) {
      const need = mayBeRandom || !isVariable(used) ? wholes[used.number] : undefined;
      if (need) needs.push(need);
    }
  }
}

/** The statements that count: those of a chain's elements, otherwise the first. */
export function statementsOf(definition: Definition): readonly Statement[] {
  if (definition.statements.length === 1) return definition.statements;
  if (!isChain(definition)) return definition.statements.slice(0, 1);
  return definition.statements.filter((statement) => statement.kind === 'Variable' && statement.target?.index);
}

export function isVariable(definition: { readonly kind: Definition['kind'] }): boolean {
  return definition.kind === 'latent' || definition.kind === 'observed';
}

function usedInArguments(
  call: Call,
  scope: Scope,
  enters?: (expression: Expression) => boolean,
): ReadonlySet<Definition> {
  const found = new Set<Definition>();
  const add = (expression: Expression) => {
    const node = expression.kind === 'Call' ? expression.callee : expression;
    if (node.kind !== 'Name' && node.kind !== 'Identifier') return;
    const definition = scope.definedAt.get(node);
    if (definition) found.add(definition);
  };
  for (const { value } of call.args) forEachExpression(value, add, enters);
  return found;
}

/**
 * The steps in an order in which everything stands behind what it needs (Tarjan's strongly connected components,
 * without recursion because texts can chain thousands of names).
 */
export function components({ all }: Steps): readonly Group[] {
  const groups: Group[] = [];
  const stack: MutableStep[] = [];
  const path: MutableStep[] = [];
  let count = 0;
  const enter = (step: MutableStep) => {
    step.met = count++;
    step.low = step.met;
    step.onStack = true;
    stack.push(step);
    path.push(step);
  };
  for (const root of all) {
    if (root.met >= 0) continue;
    enter(root);
    while (path.length > 0) {
      const here = path[path.length - 1]!;
      if (here.next < here.needs.length) {
        const need = here.needs[here.next++]!;
        if (need.met < 0) enter(need);
        else if (need.onStack) here.low = Math.min(here.low, need.met);
        continue;
      }
      path.pop();
      const above = path[path.length - 1];
      if (above) above.low = Math.min(above.low, here.low);
      if (here.low === here.met) groups.push(popGroup(here, stack));
    }
  }
  return groups;
}

function popGroup(root: MutableStep, stack: MutableStep[]): Group {
  const steps = stack.at(-1) === root ? [stack.pop()!] : stack.splice(stack.lastIndexOf(root));
  for (const step of steps) step.onStack = false;
  return { steps, cyclic: steps.length > 1 || root.needs.includes(root) };
}
