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
      for (const used of usesOf(step.definition, scope)) {
        const need = wholes.get(used);
        if (need) step.needs.push(need);
      }
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
function* usesOf(definition: Definition, scope: Scope): Generator<Definition> {
  const mayBeRandom = definition.kind !== 'param' && definition.kind !== 'network';
  for (const statement of statementsOf(definition)) {
    for (const used of scope.usedBy.get(statement) ?? []) {
      if (mayBeRandom || !isVariable(used)) yield used;
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

function components(steps: readonly Step[]): readonly Group[] {
  const groups: Group[] = [];
  const index = new Map<Step, number>();
  const low = new Map<Step, number>();
  const onStack = new Set<Step>();
  const stack: Step[] = [];
  for (const root of steps) {
    if (index.has(root)) continue;
    const path: { step: Step; next: number }[] = [];
    const enter = (step: Step) => {
      index.set(step, index.size);
      low.set(step, index.get(step)!);
      stack.push(step);
      onStack.add(step);
      path.push({ step, next: 0 });
    };
    enter(root);
    while (path.length > 0) {
      const frame = path.at(-1)!;
      const { step } = frame;
      const need = step.needs[frame.next++];
      if (need !== undefined) {
        if (!index.has(need)) enter(need);
        else if (onStack.has(need)) low.set(step, Math.min(low.get(step)!, index.get(need)!));
        continue;
      }
      path.pop();
      const above = path.at(-1)?.step;
      if (above) low.set(above, Math.min(low.get(above)!, low.get(step)!));
      if (low.get(step) === index.get(step)) groups.push(popGroup(step, stack, onStack));
    }
  }
  return groups;
}

function popGroup(root: Step, stack: Step[], onStack: Set<Step>): Group {
  const steps: Step[] = [];
  let step: Step;
  do {
    step = stack.pop()!;
    onStack.delete(step);
    steps.push(step);
  } while (step !== root);
  steps.reverse();
  return { steps, cyclic: steps.length > 1 || root.needs.includes(root) };
}
