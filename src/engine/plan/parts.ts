import type { KnownValues } from '../factors/tables/known';
import type { Element, Graph } from './graph';

/**
 * Unknown elements that hang together: given the known ones they are independent of all others, so that the probability of a
 * query is the product over its parts, each with an integral of its own.
 */
export interface Part {
  /** The unknown elements and the known ones that depend on them, parents before children. In one part none is unknown. */
  readonly elements: readonly Element[];
  readonly free: readonly Element[];
}

/** The elements and all that they depend on, parents before children. */
export function closureOf(graph: Graph, elements: readonly Element[]): Element[] {
  return graph.closure(elements);
}

/**
 * Splits a closure into its parts.
 * @param closure parents before children
 * @param leaf an unknown element that is looked at from outside: it joins its parents, and belongs to no part
 */
export function partsOf(closure: readonly Element[], known: Pick<KnownValues, 'has'>, leaf: Element | null): Part[] {
  // For each element that is unknown the first of those it hangs together with, as far as is known: union-find.
  const leader = new Int32Array(closure.length).fill(-1);
  const place = new Map<string, number>();
  const find = (i: number): number => {
    let at = i;
    for (let up = leader[at]!; up !== at; up = leader[at]!) {
      leader[at] = leader[up]!;
      at = up;
    }
    return at;
  };
  /** For each element the first unknown one among itself and its parents; −1 where there is none. */
  const first = new Int32Array(closure.length).fill(-1);
  closure.forEach((element, i) => {
    const isFree = !known.has(element.key) && element !== leaf;
    if (isFree) {
      leader[i] = first[i] = i;
      place.set(element.key, i);
    }
    for (const key of element.parents) {
      const parent = place.get(key);
      if (parent === undefined) continue;
      if (first[i] === -1) first[i] = parent;
      else leader[find(parent)] = find(first[i]!);
    }
  });

  const parts = new Map<number, { elements: Element[]; free: Element[] }>();
  closure.forEach((element, i) => {
    if (element === leaf) return;
    const root = first[i] === -1 ? -1 : find(first[i]!);
    let part = parts.get(root);
    if (part === undefined) {
      part = { elements: [], free: [] };
      parts.set(root, part);
    }
    part.elements.push(element);
    if (leader[i]! >= 0) part.free.push(element);
  });
  return [...parts.values()];
}
