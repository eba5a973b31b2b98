import { NoGrid } from '../chains/panels';
import type { Kernel, ScalarTree, Vertex } from '../chains/scalarTree';
import { logLikelihood } from '../evaluate/laws/law';
import type { Numbers } from '../evaluate/numbers';
import { lawOfElement } from '../factors/tables/elementLaw';
import type { KnownValues } from '../factors/tables/known';
import type { Element } from '../plan/graph';
import type { Part } from '../plan/parts';
import type { Batch } from '../values/batch';
import { kernelOf } from './kernelOf';
import { type Placed, type Switches, switchesOf } from './switches';

/** A part of a query as a tree of hidden numbers. */
export interface PartTree {
  readonly tree: ScalarTree;
  /** The continuous element of every vertex. */
  readonly numbers: readonly Element[];
  readonly switches: Switches;
}

/**
 * Reads a part whose unknown elements form a tree of numbers: every continuous one is a scalar with at most one unknown continuous parent,
 * every observed one has at most one, and the discrete ones go along with them, few at each.
 * @param known all of them at one value
 * @returns null where the part is none
 */
export function treeOfPart(given: Numbers, part: Part, known: KnownValues): PartTree | null {
  const numbers = part.free.filter(({ discrete }) => !discrete);
  const isNumber = new Map(numbers.map((element, t) => [element.key, t]));
  if (numbers.length === 0) return null;
  if (numbers.some(({ variable, deterministic }) => deterministic || variable.type.shape.length > 0)) return null;
  if (part.elements.some(({ parents }) => parents.filter((key) => isNumber.has(key)).length > 1)) return null;
  const above = (element: Element): number => element.parents.reduce((found, key) => isNumber.get(key) ?? found, -1);
  const roots = numbers.filter((element) => above(element) < 0);
  // Several trees hang together by their switches alone: those run along the roots.
  const parents = numbers.map((element) => {
    const own = above(element);
    return own >= 0 || element === roots[0] ? own : isNumber.get(roots[roots.indexOf(element) - 1]!.key)!;
  });
  if (parents.some((parent, t) => parent >= t)) return null;
  const switches = switchesOf(part, known, parents, above, numbers);
  if (switches === null) return null;
  const laws = new Laws(given, known, switches);
  const vertices = numbers.map((element, t) => vertexOf(element, t, parents[t]!, above(element), laws, switches));
  return { tree: { vertices }, numbers, switches };
}

/** Distributions of elements where the numbers and switches that they depend on have values. */
class Laws {
  private readonly constants: ReadonlyMap<string, Batch>;

  constructor(
    private readonly given: Numbers,
    private readonly known: KnownValues,
    private readonly switches: Switches,
  ) {
    this.constants = new Map(Array.from(known, ([key, { values }]) => [key, one(values)]));
  }

  /**
   * @param states the values of the discrete elements that have one
   * @param number of the vertex that the element may depend on, at each of its values
   */
  law(element: Element, states: ReadonlyMap<string, Float64Array>, number: string | null, values: Float64Array) {
    const scope = new Map<string, Batch>();
    for (const key of element.parents) {
      const constant = this.constants.get(key);
      const state = states.get(key);
      if (constant !== undefined) scope.set(key, constant);
      else if (state !== undefined) scope.set(key, one(state));
      else if (key === number) scope.set(key, { nodes: values.length, size: 1, data: values });
    }
    return lawOfElement(this.given, element, scope);
  }

  /** log p of a value of an element, at one or all values of the number. */
  log(element: Element, states: ReadonlyMap<string, Float64Array>, number: string | null, values: Float64Array) {
    const value = this.known.get(element.key)?.values ?? states.get(element.key)!;
    const depends = number !== null && element.parents.includes(number);
    return logLikelihood(this.law(element, states, number, values), value, depends ? values.length : 1);
  }

  statesAt(t: number, state: number): ReadonlyMap<string, Float64Array> {
    return this.switches.valuesAt(t, state);
  }
}

function one(data: Float64Array): Batch {
  return { nodes: 1, size: data.length, data };
}

function vertexOf(element: Element, t: number, parent: number, above: number, laws: Laws, switches: Switches): Vertex {
  const { key } = element;
  const numberAbove = above < 0 ? null : switches.numbers[above]!.key;
  const { within, between }: Placed = switches.placed[t]!;
  const fixed = new Map<string, Float64Array>();
  return {
    parent,
    states: switches.countAt(t),
    kernel(state, values): Kernel {
      const kernel = kernelOf(laws.law(element, laws.statesAt(t, state), numberAbove, values));
      if (kernel === null) throw new NoGrid();
      return kernel;
    },
    logSwitch(state, parentState, values) {
      const name = `${state} ${parentState}`;
      const before = fixed.get(name);
      if (before !== undefined) return before;
      const own = laws.statesAt(t, state);
      const both = parent < 0 ? own : switches.together(parent, parentState, own);
      if (both === null) return settle(fixed, name, Float64Array.of(Number.NEGATIVE_INFINITY));
      const number = parent < 0 ? null : switches.numbers[parent]!.key;
      const logs = between.map((each) => laws.log(each, both, number, values));
      const varies = logs.some(({ length }) => length > 1);
      const sum = total(logs, varies ? values.length : 1);
      return varies ? sum : settle(fixed, name, sum);
    },
    logLikelihood(state, values) {
      const own = laws.statesAt(t, state);
      return total(
        within.map((each) => laws.log(each, own, key, values)),
        values.length,
      );
    },
  };
}

function settle(cache: Map<string, Float64Array>, name: string, value: Float64Array): Float64Array {
  cache.set(name, value);
  return value;
}

function total(logs: readonly Float64Array[], count: number): Float64Array {
  const sum = new Float64Array(count);
  for (const log of logs) {
    for (let i = 0; i < count; i++) sum[i]! += log[log.length === 1 ? 0 : i]!;
  }
  // A parameter outside of its domain.
  if (sum.some(Number.isNaN)) throw new NoGrid();
  return sum;
}
