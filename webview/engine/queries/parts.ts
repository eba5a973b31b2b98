import type { Element, Graph } from '../graph';
import type { KnownValues } from './known';

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
export function partsOf(closure: readonly Element[], known: KnownValues, leaf: Element | null): Part[] {
  const leader = new Map<string, string>();
  const find = (key: string): string => {
    let at = key;
    for (let up = leader.get(at)!; up !== at; up = leader.get(at)!) {
      leader.set(at, leader.get(up)!);
      at = up;
    }
    return at;
  };
  for (const element of closure) {
    const isFree = !known.has(element.key) && element !== leaf;
    if (isFree) leader.set(element.key, element.key);
    const joined = element.parents.filter((key) => leader.has(key));
    if (isFree) joined.push(element.key);
    for (const key of joined.slice(1)) leader.set(find(key), find(joined[0]!));
  }

  const parts = new Map<string, { elements: Element[]; free: Element[] }>();
  const at = (key: string) => {
    let part = parts.get(key);
    if (part === undefined) {
      part = { elements: [], free: [] };
      parts.set(key, part);
    }
    return part;
  };
  for (const element of closure) {
    if (element === leaf) continue;
    if (leader.has(element.key)) {
      const part = at(find(element.key));
      part.elements.push(element);
      part.free.push(element);
    } else {
      const parent = element.parents.find((key) => leader.has(key));
      at(parent === undefined ? '' : find(parent)).elements.push(element);
    }
  }
  return [...parts.values()];
}
