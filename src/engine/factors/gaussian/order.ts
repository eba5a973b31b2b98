import { PriorityQueue } from '../elimination/priorityQueue';
import type { LinearGaussian, Node } from './linearGaussian';

/** One element of a forward pass. */
export interface Visit {
  readonly node: Node;
  /** What need not be held any more after it. */
  readonly release: readonly Node[];
}

export interface Order {
  readonly visits: readonly Visit[];
  /** The most coordinates that are held at once. */
  readonly width: number;
}

/**
 * An order of the elements that matter in which parents come before children and few coordinates are held at once: always the element
 * that adds least, and of several the one that comes first on a walk up from what is asked for.
 * @param observed nodes with known values: they are not held
 * @param wanted nodes that matter beside the observed ones and what these depend on
 * @param keeps whether the wanted ones are held to the end
 */
export function orderOf(
  model: LinearGaussian,
  observed: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
  keeps = true,
): Order {
  const walk = depthFirst(model, observed, wanted);
  const number = new Map<Node, number>();
  for (let i = 0; i < walk.length; i++) number.set(walk[i]!, i);
  const isObserved = walk.map(({ key }) => observed.has(key));
  // An observed parent is no number to be held.
  const parents = walk.map((node) => {
    const list: number[] = [];
    for (const parent of parentsOf(model, node)) {
      const i = number.get(parent);
      if (i !== undefined && !isObserved[i]!) list.push(i);
    }
    return list;
  });
  const isKept = walk.map(({ key }) => keeps && wanted.has(key));
  const children = walk.map((): number[] => []);
  parents.forEach((list, i) => {
    for (const parent of list) children[parent]!.push(i);
  });
  const missing = parents.map((list) => list.length);
  const open = children.map((list) => list.length);
  const stays = (i: number) => !isObserved[i]! && (isKept[i]! || open[i]! > 0);
  const released = (i: number) => parents[i]!.filter((parent) => !isKept[parent]! && open[parent] === 1);
  const sizeOf = (list: readonly number[]) => list.reduce((total, i) => total + walk[i]!.size, 0);
  /** What is ready by how much more it makes to be held; an entry is of no account where that has changed. */
  const ready = new PriorityQueue();
  const growth = new Array<number | null>(walk.length).fill(null);
  const rank = (i: number) => {
    const own = (stays(i) ? walk[i]!.size : 0) - sizeOf(released(i));
    if (growth[i] === own) return;
    growth[i] = own;
    ready.push(i, own, i);
  };
  const done = new Uint8Array(walk.length);
  for (let i = 0; i < walk.length; i++) if (missing[i] === 0) rank(i);
  const visits: Visit[] = [];
  let [held, width] = [0, 0];
  for (let next = ready.pop(); next !== null; next = ready.pop()) {
    const i = next.item;
    if (done[i] === 1 || growth[i] !== next.first) continue;
    done[i] = 1;
    const release = released(i);
    for (const parent of parents[i]!) {
      open[parent]!--;
      // The last child that is left lets it go.
      if (open[parent] !== 1) continue;
      const last = children[parent]!.find((child) => done[child] === 0)!;
      if (missing[last] === 0) rank(last);
    }
    if (!isObserved[i]! && !stays(i)) release.push(i);
    width = Math.max(width, held + (isObserved[i]! ? 0 : walk[i]!.size));
    held += (isObserved[i]! ? 0 : walk[i]!.size) - sizeOf(release);
    visits.push({ node: walk[i]!, release: release.map((each) => walk[each]!) });
    for (const child of children[i]!) {
      missing[child]!--;
      if (missing[child] === 0) rank(child);
    }
  }
  return { visits, width };
}

/** The nodes that a conditional depends on. */
export function parentsOf({ nodes, owner }: LinearGaussian, { conditional }: Node): Node[] {
  const rows = conditional?.rows ?? null;
  if (rows === null) return [];
  if (rows.column.length === 1) return [nodes[owner[rows.column[0]!]!]!];
  const found = new Set<number>();
  for (const column of rows.column) found.add(owner[column]!);
  return Array.from(found, (i) => nodes[i]!);
}

/** Everything that what is asked for depends on, parents before children. */
function depthFirst(model: LinearGaussian, observed: ReadonlySet<string>, wanted: ReadonlySet<string>): Node[] {
  const order: Node[] = [];
  const seen = new Set<Node>();
  for (const key of [...wanted, ...observed]) {
    const root = model.byKey.get(key);
    if (root === undefined || seen.has(root)) continue;
    seen.add(root);
    const stack = [{ node: root, parents: parentsOf(model, root), next: 0 }];
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const parent = top.parents[top.next++];
      if (parent === undefined) {
        order.push(top.node);
        stack.pop();
      } else if (!seen.has(parent) && !observed.has(parent.key)) {
        seen.add(parent);
        stack.push({ node: parent, parents: parentsOf(model, parent), next: 0 });
      }
    }
  }
  return order;
}
