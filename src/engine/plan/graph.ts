import { children } from '../../model/children';
import { expressionsOf } from '../../model/expressionsOf';
import { type Loops, loopsAt, noLoops } from '../../model/loops';
import type { Definition, Distribution, Expr, Variable } from '../../model/model';
import { Unanswerable } from '../api/unanswerable';
import { elementKey } from '../evaluate/elementKey';
import { indexSlots, indexValue } from '../evaluate/indexValue';
import type { Program } from '../evaluate/program';

/** A random variable, or one element of a chain. */
export interface Element {
  readonly key: string;
  /** What its draws are a function of, in place of its name. */
  readonly place: string;
  readonly variable: Variable;
  readonly index: number | null;
  readonly distribution: Distribution;
  /** Binds the loop's name to the index. */
  readonly loops: Loops;
  /** The elements that its distribution uses, in the order in which it names them. */
  readonly parents: readonly string[];
  /** Its values are categories, booleans or integers. */
  readonly discrete: boolean;
  /** It is a function of its parents (a Dirac): it needs no integral. */
  readonly deterministic: boolean;
}

/** Long chains have many elements, of which few are asked for more than their names. */
class Unrolled implements Element {
  constructor(
    readonly key: string,
    private readonly ownPlace: string,
    readonly variable: Variable,
    readonly index: number | null,
    private readonly definition: Definition,
    readonly parents: readonly string[],
  ) {}

  get place(): string {
    return elementKey(this.ownPlace, this.index);
  }

  get distribution(): Distribution {
    return this.definition.distribution;
  }

  get loops(): Loops {
    return loopsAt(this.definition, this.index);
  }

  get discrete(): boolean {
    return this.variable.type.kind !== 'real';
  }

  get deterministic(): boolean {
    return isPoint(this.definition.distribution);
  }
}

/** How many elements one query may unroll: some chains of the longest that there may be. */
const elementLimit = 100_000;

/** A random variable that a distribution names. */
interface Use {
  readonly name: string;
  readonly index: Expr | null;
  /** Whether the loop's index is known where it stands; it is not in a let. */
  readonly inLoop: boolean;
}

/** The elements of a program and who depends on whom, unrolled only as far as it is asked for. */
export class Graph {
  private readonly elements = new Map<string, Element>();
  private readonly uses = new Map<Definition, readonly Use[]>();

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
    const known = this.elements.get(key);
    if (known !== undefined) return known;
    const bracket = key.endsWith(']') ? key.lastIndexOf('[') : -1;
    if (bracket < 0) return this.element(key, null);
    return this.element(key.slice(0, bracket), Number(key.slice(bracket + 1, -1)));
  }

  private unroll(key: string, name: string, index: number | null): Element {
    const variable = this.program.variables.get(name);
    if (variable === undefined) throw new Unanswerable(`The model has no variable ${name}.`);
    const definition = definitionOf(variable, index);
    const own = this.program.places.variables.get(name)!;
    return new Unrolled(key, own, variable, index, definition, this.parents(definition, index));
  }

  private parents(definition: Definition, at: number | null): string[] {
    let uses = this.uses.get(definition);
    if (uses === undefined) {
      uses = usesOf(definition.distribution, this.program);
      this.uses.set(definition, uses);
    }
    if (uses.length === 0) return [];
    const loops = loopsAt(definition, at);
    const keys = uses.map(({ name, index, inLoop }) =>
      elementKey(name, index === null ? null : indexValue(index, this.numbers, inLoop ? loops : noLoops)),
    );
    return keys.length < 2 ? keys : [...new Set(keys)];
  }

  /**
   * Everything that the elements depend on, parents before children, without themselves.
   * @throws Unanswerable where that is more than the limit, or where a chain runs in a circle.
   */
  ancestors(...of: readonly Element[]): Element[] {
    const roots = new Set(of);
    return this.closure([...of].reverse()).filter((element) => !roots.has(element));
  }

  /**
   * Some elements and everything that they depend on, parents before children.
   * @throws Unanswerable where that is more than the limit, or where a chain runs in a circle.
   */
  closure(of: Iterable<Element>): Element[] {
    const order: Element[] = [];
    const open = new Set<Element>();
    const done = new Set<Element>();
    const path: Element[] = [];
    /** For each element of the path which of its parents comes next. */
    const next: number[] = [];
    const enter = (element: Element) => {
      open.add(element);
      path.push(element);
      next.push(0);
      if (order.length + path.length > elementLimit) {
        throw new Unanswerable(
          `${path[0]!.key} depends on more than ${elementLimit.toLocaleString('en')} variables, or is asked for together with as many. Shorten the chain, or look at an earlier element of it.`,
        );
      }
    };
    for (const root of of) {
      if (!done.has(root)) enter(root);
      while (path.length > 0) {
        const element = path[path.length - 1]!;
        const key = element.parents[next[next.length - 1]!++];
        if (key === undefined) {
          path.pop();
          next.pop();
          open.delete(element);
          done.add(element);
          order.push(element);
          continue;
        }
        const parent = this.byKey(key);
        if (done.has(parent)) continue;
        if (open.has(parent)) {
          throw new Unanswerable(`${key} depends on itself. Let the index of a chain point to earlier elements only.`);
        }
        enter(parent);
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

/** The random variables that a distribution names, those of lets among them. */
function usesOf(distribution: Distribution, program: Program): Use[] {
  const uses: Use[] = [];
  const visit = (expr: Expr, inLoop: boolean): void => {
    if (expr.op === 'variable') uses.push({ name: expr.name, index: expr.index, inLoop });
    else if (expr.op === 'let') visit(program.lets.get(expr.name)!.value, false);
    else for (const child of children(expr)) visit(child, inLoop);
  };
  for (const expr of expressionsOf(distribution)) visit(expr, true);
  return uses;
}
