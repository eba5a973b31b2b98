import type { States } from '../evaluate/laws/discreteStates';
import type { KnownValues } from '../factors/tables/known';
import { knownStates } from '../factors/tables/knownStates';
import { spreadStates } from '../factors/tables/stateValues';
import type { Element } from '../plan/graph';
import type { Part } from '../plan/parts';

/** The discrete elements that go along with the numbers of a tree, and where the probability of everything that is no number is counted. */
export interface Switches {
  readonly numbers: readonly Element[];
  /** By vertex. */
  readonly placed: readonly Placed[];
  /** The discrete elements that a vertex carries. */
  readonly at: readonly (readonly Element[])[];
  countAt(t: number): number;
  /** The values of the discrete elements of a vertex in one of its joint states. */
  valuesAt(t: number, state: number): ReadonlyMap<string, Float64Array>;
  /** The values of a vertex' elements beside those of its parent; null where an element of both would have two values. */
  together(
    parent: number,
    parentState: number,
    own: ReadonlyMap<string, Float64Array>,
  ): ReadonlyMap<string, Float64Array> | null;
}

export interface Placed {
  /** Elements whose probability takes the values of this vertex alone. */
  readonly within: readonly Element[];
  /** Discrete elements of this vertex whose probability takes those of its parent too. */
  readonly between: readonly Element[];
}

/** Joint states of the discrete elements of one vertex. */
const stateLimit = 64;

/**
 * Lays the unknown discrete elements of a part along the tree of its numbers, each wherever it is needed and on the way between, so that
 * every probability finds all its variables at one vertex, or at one and its parent.
 * @param parents of each vertex; −1 of the root
 * @param above the vertex of the one unknown number that an element depends on; −1 where it depends on none
 * @returns null where there is no such way with few states at each vertex
 */
export function switchesOf(
  part: Part,
  known: KnownValues,
  parents: readonly number[],
  above: (element: Element) => number,
  numbers: readonly Element[],
): Switches | null {
  const discrete = new Map(part.free.filter((each) => each.discrete).map((each) => [each.key, each]));
  const states = new Map<string, States>();
  for (const element of discrete.values()) {
    const own = knownStates(element, stateLimit);
    if (own === null) return null;
    states.set(element.key, own);
  }
  const at = numbers.map(() => new Set<string>());
  const uses = (element: Element) => element.parents.filter((key) => discrete.has(key));
  numbers.forEach((element, t) => {
    for (const key of uses(element)) at[t]!.add(key);
  });
  const observed = part.elements.filter(({ key }) => known.has(key));
  for (const element of observed) {
    const t = above(element);
    if (t >= 0) for (const key of uses(element)) at[t]!.add(key);
  }
  const order = [...discrete.values()].reverse();
  for (const element of order) place(element, order, at, parents, above);
  connect(at, parents);
  // A discrete element is counted at its first vertex: what it depends on is there too, or at the one above.
  for (const element of order) {
    const home = homeOf(element.key, at);
    for (const key of uses(element)) if (!at[home]!.has(key)) at[parents[home]! < 0 ? home : parents[home]!]!.add(key);
    connect(at, parents);
  }

  const within: Element[][] = numbers.map(() => []);
  const between: Element[][] = numbers.map(() => []);
  for (const element of observed) {
    const own = above(element);
    const home = own >= 0 ? own : at.findIndex((keys) => uses(element).every((key) => keys.has(key)));
    if (home < 0 || uses(element).some((key) => !at[home]!.has(key))) return null;
    within[home]!.push(element);
  }
  for (const element of discrete.values()) {
    const home = homeOf(element.key, at);
    const [parent, number] = [parents[home]!, above(element)];
    const here = uses(element).every((key) => at[home]!.has(key));
    if (here && (number === home || number < 0)) {
      (parent < 0 && number < 0 ? between : within)[home]!.push(element);
      continue;
    }
    const reachable = parent >= 0 && uses(element).every((key) => at[home]!.has(key) || at[parent]!.has(key));
    if (!reachable || (number >= 0 && number !== parent)) return null;
    between[home]!.push(element);
  }
  return new Laid(
    numbers,
    within.map((each, t) => ({ within: each, between: between[t]! })),
    at.map((keys) => [...keys].map((key) => discrete.get(key)!)),
    states,
  ).checked();
}

/** Gives a discrete element that no number needs a vertex: the one above its first child's, or the one that it depends on. */
function place(
  element: Element,
  later: readonly Element[],
  at: readonly Set<string>[],
  parents: readonly number[],
  above: (element: Element) => number,
): void {
  if (at.some((keys) => keys.has(element.key))) return;
  const children = later.filter(({ parents }) => parents.includes(element.key));
  const homes = children.map(({ key }) => at.findIndex((keys) => keys.has(key))).filter((home) => home >= 0);
  const first = homes.length > 0 ? parents[Math.min(...homes)]! : above(element);
  at[Math.max(0, first)]!.add(element.key);
}

/** The vertex nearest to the root that carries a discrete element. */
function homeOf(key: string, at: readonly ReadonlySet<string>[]): number {
  return at.findIndex((keys) => keys.has(key));
}

/** Puts every discrete element on all vertices between those that carry it. */
function connect(at: readonly Set<string>[], parents: readonly number[]): void {
  const keys = new Set(at.flatMap((own) => [...own]));
  for (const key of keys) {
    const carriers = at.flatMap((own, t) => (own.has(key) ? [t] : []));
    const shared = pathUp(carriers[0]!, parents);
    let root = 0;
    for (const carrier of carriers) {
      const path = new Set(pathUp(carrier, parents));
      while (!path.has(shared[root]!)) root++;
    }
    for (const carrier of carriers) {
      for (let t = carrier; ; t = parents[t]!) {
        at[t]!.add(key);
        if (t === shared[root]) break;
      }
    }
  }
}

function pathUp(from: number, parents: readonly number[]): number[] {
  const path: number[] = [];
  for (let t = from; t >= 0; t = parents[t]!) path.push(t);
  return path;
}

class Laid implements Switches {
  readonly #values: readonly ReadonlyMap<string, Float64Array>[][];
  readonly #tooMany: boolean;

  constructor(
    readonly numbers: readonly Element[],
    readonly placed: readonly Placed[],
    readonly at: readonly (readonly Element[])[],
    states: ReadonlyMap<string, States>,
  ) {
    const counts = at.map((elements) => elements.reduce((product, { key }) => product * states.get(key)!.count, 1));
    this.#tooMany = counts.some((count) => count > stateLimit);
    this.#values = this.#tooMany
      ? []
      : at.map((elements, t) => {
          const columns = spreadStates(elements.map(({ key }) => states.get(key)!));
          return Array.from({ length: counts[t]! }, (_, s) => {
            const each = elements.map(({ key }, k): [string, Float64Array] => {
              const size = states.get(key)!.values.length / states.get(key)!.count;
              return [key, columns[k]!.slice(s * size, (s + 1) * size)];
            });
            return new Map(each);
          });
        });
  }

  checked(): this | null {
    return this.#tooMany ? null : this;
  }

  countAt(t: number): number {
    return this.#values[t]!.length;
  }

  valuesAt(t: number, state: number): ReadonlyMap<string, Float64Array> {
    return this.#values[t]![state]!;
  }

  together(parent: number, parentState: number, own: ReadonlyMap<string, Float64Array>) {
    const above = this.valuesAt(parent, parentState);
    for (const [key, value] of above) {
      const here = own.get(key);
      if (here?.some((each, j) => each !== value[j])) return null;
    }
    return new Map([...above, ...own]);
  }
}
