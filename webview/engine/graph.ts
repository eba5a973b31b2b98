import { children } from '../../src/model/children';
import { expressionsOf } from '../../src/model/expressionsOf';
import { type Loops, loopsAt, noLoops } from '../../src/model/loops';
import type { Definition, Distribution, Expr, Variable } from '../../src/model/model';
import { indexSlots, indexValue } from './indexValue';
import type { Program } from './program';
import { elementKey, type Local, nowhere } from './scope';
import { Unanswerable } from './unanswerable';

/** A random variable, or one element of a chain. */
export interface Element {
  readonly key: string;
  /** What its draws are a function of, in place of its name. */
  readonly place: string;
  readonly variable: Variable;
  readonly index: number | null;
  readonly distribution: Distribution;
  /** Binds the loop's name to the index. */
  readonly local: Local;
  /** The elements that its distribution uses, in the order in which it names them. */
  readonly parents: readonly string[];
  /** Its values are categories, booleans or integers. */
  readonly discrete: boolean;
  /** It is a function of its parents (a Dirac): it needs no integral. */
  readonly deterministic: boolean;
}

/** How many elements of chains one query may unroll. */
const elementLimit = 4096;

/** The elements of a program and who depends on whom, unrolled only as far as it is asked for. */
export class Graph {
  private readonly elements = new Map<string, Element>();

  /** @param numbers only those that stand in indices matter: see `graphKey` */
  constructor(
    private readonly program: Program,
    private readonly numbers: ArrayLike<number>,
  ) {}

  /** @throws Unanswerable where a chain has no such element. */
  element(name: string, index: number | null): Element {
    const key = elementKey(name, index);
    let element = this.elements.get(key);
    if (element === undefined) {
      element = this.unroll(key, name, index);
      this.elements.set(key, element);
    }
    return element;
  }

  /**
   * An element by its key: `z`, `z[3]`.
   * @throws Unanswerable where the model has none of that name
   */
  byKey(key: string): Element {
    const bracket = key.endsWith(']') ? key.lastIndexOf('[') : -1;
    if (bracket < 0) return this.element(key, null);
    return this.element(key.slice(0, bracket), Number(key.slice(bracket + 1, -1)));
  }

  private unroll(key: string, name: string, index: number | null): Element {
    const variable = this.program.variables.get(name);
    if (variable === undefined) throw new Unanswerable(`The model has no variable ${name}.`);
    const definition = definitionOf(variable, index);
    const loops = loopsAt(definition, index);
    const uses = new Set<string>();
    for (const expr of expressionsOf(definition.distribution)) {
      collectUses(expr, this.program, this.numbers, loops, uses);
    }
    return {
      key,
      place: elementKey(this.program.places.variables.get(name)!, index),
      variable,
      index,
      distribution: definition.distribution,
      local: { loops, args: nowhere.args },
      parents: [...uses],
      discrete: variable.type.kind !== 'real',
      deterministic: isPoint(definition.distribution),
    };
  }

  /**
   * Everything that the elements depend on, parents before children, without themselves.
   * @throws Unanswerable where that is more than the limit, or where a chain runs in a circle.
   */
  ancestors(...of: readonly Element[]): Element[] {
    const order: Element[] = [];
    const state = new Map<string, 'open' | 'done'>();
    const stack = of.map((element) => ({ element, next: 0 }));
    for (const { element } of stack) state.set(element.key, 'open');
    const roots = new Set(of.map((element) => element.key));
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const key = top.element.parents[top.next++];
      if (key === undefined) {
        stack.pop();
        state.set(top.element.key, 'done');
        if (!roots.has(top.element.key)) order.push(top.element);
        if (order.length > elementLimit) {
          throw new Unanswerable(
            `${of[0]!.key} depends on more than ${elementLimit.toLocaleString('en')} variables. Shorten the chain, or look at an earlier element of it.`,
          );
        }
        continue;
      }
      const seen = state.get(key);
      if (seen === 'open' && !roots.has(key)) {
        throw new Unanswerable(`${key} depends on itself. Let the index of a chain point to earlier elements only.`);
      }
      if (seen === undefined) {
        state.set(key, 'open');
        stack.push({ element: this.byKey(key), next: 0 });
      }
    }
    return order;
  }
}

/** Two sets of numbers have the same graph where this is the same: the numbers that stand in indices of chains. */
export function graphKey(program: Program, numbers: ArrayLike<number>): string {
  return indexSlotsOf(program)
    .map((slot) => numbers[slot])
    .join();
}

const slotsOf = new WeakMap<Program, readonly number[]>();

function indexSlotsOf(program: Program): readonly number[] {
  let slots = slotsOf.get(program);
  if (slots === undefined) {
    const found = new Set<number>();
    const visit = (expr: Expr): void => {
      if (expr.op === 'variable' && expr.index !== null) for (const slot of indexSlots(expr.index)) found.add(slot);
      for (const child of children(expr)) visit(child);
    };
    for (const variable of program.structure.variables) {
      for (const definition of variable.definitions) expressionsOf(definition.distribution).forEach(visit);
    }
    for (const { value } of program.structure.lets) visit(value);
    slots = [...found];
    slotsOf.set(program, slots);
  }
  return slots;
}

function definitionOf(variable: Variable, index: number | null): Definition {
  const definition = variable.definitions.find(({ range }) =>
    range === null || index === null ? range === null && index === null : range[0] <= index && index <= range[1],
  );
  if (definition !== undefined) return definition;
  if (index === null)
    throw new Unanswerable(`${variable.name} is a chain: name one of its elements, ${variable.name}[1].`);
  throw new Unanswerable(
    variable.range === null
      ? `${variable.name} is a single variable and has no element ${index}.`
      : `${variable.name} has no element ${index}: it goes from ${variable.range[0]} to ${variable.range[1]}. Define ${variable.name}[${index}] too.`,
  );
}

function isPoint(distribution: Distribution): boolean {
  switch (distribution.kind) {
    case 'family':
      return distribution.family === 'Dirac';
    case 'copies':
      return isPoint(distribution.base);
    case 'table':
      return (
        distribution.rows.every((row) => isPoint(row.value)) &&
        (distribution.otherwise === null || isPoint(distribution.otherwise))
      );
  }
}

function collectUses(expr: Expr, program: Program, numbers: ArrayLike<number>, loops: Loops, uses: Set<string>): void {
  if (expr.op === 'variable') {
    uses.add(elementKey(expr.name, expr.index === null ? null : indexValue(expr.index, numbers, loops)));
  } else if (expr.op === 'let') {
    collectUses(program.lets.get(expr.name)!.value, program, numbers, noLoops, uses);
  } else {
    for (const child of children(expr)) collectUses(child, program, numbers, loops, uses);
  }
}
