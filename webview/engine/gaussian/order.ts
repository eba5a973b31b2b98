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
 * @param keep nodes to be held to the end
 */
export function orderOf(model: LinearGaussian, observed: ReadonlySet<string>, keep: ReadonlySet<string>): Order {
  const walk = depthFirst(model, observed, keep);
  const parents = new Map(walk.map((node) => [node, parentsOf(model, node).filter(({ key }) => !observed.has(key))]));
  const children = new Map<Node, Node[]>(walk.map((node) => [node, []]));
  for (const node of walk) for (const parent of parents.get(node)!) children.get(parent)!.push(node);
  const missing = new Map(walk.map((node) => [node, parents.get(node)!.length]));
  const open = new Map(walk.map((node) => [node, children.get(node)!.length]));
  const rank = new Map(walk.map((node, i) => [node, i]));
  const ready = walk.filter((node) => missing.get(node) === 0);
  const stays = (node: Node) => !observed.has(node.key) && (keep.has(node.key) || open.get(node)! > 0);
  const released = (node: Node) =>
    parents.get(node)!.filter((parent) => !keep.has(parent.key) && open.get(parent) === 1);
  const growth = (node: Node) => (stays(node) ? node.size : 0) - sizeOf(released(node));
  const visits: Visit[] = [];
  let [held, width] = [0, 0];
  while (ready.length > 0) {
    let best = 0;
    for (let i = 1; i < ready.length; i++) {
      const difference = growth(ready[i]!) - growth(ready[best]!);
      if (difference < 0 || (difference === 0 && rank.get(ready[i]!)! < rank.get(ready[best]!)!)) best = i;
    }
    const node = ready.splice(best, 1)[0]!;
    const release = released(node);
    for (const parent of parents.get(node)!) open.set(parent, open.get(parent)! - 1);
    if (!observed.has(node.key) && !stays(node)) release.push(node);
    width = Math.max(width, held + (observed.has(node.key) ? 0 : node.size));
    held += (observed.has(node.key) ? 0 : node.size) - sizeOf(release);
    visits.push({ node, release });
    for (const child of children.get(node)!) {
      missing.set(child, missing.get(child)! - 1);
      if (missing.get(child) === 0) ready.push(child);
    }
  }
  return { visits, width };
}

/** The nodes that a conditional depends on. */
export function parentsOf({ nodes, owner }: LinearGaussian, { conditional }: Node): Node[] {
  const rows = conditional?.rows ?? null;
  if (rows === null) return [];
  const found = new Set<number>();
  for (const column of rows.column) found.add(owner[column]!);
  return [...found].map((i) => nodes[i]!);
}

/** Everything that what is asked for depends on, parents before children. */
function depthFirst(model: LinearGaussian, observed: ReadonlySet<string>, keep: ReadonlySet<string>): Node[] {
  const order: Node[] = [];
  const seen = new Set<Node>();
  for (const key of [...keep, ...observed]) {
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

function sizeOf(nodes: readonly Node[]): number {
  return nodes.reduce((total, { size }) => total + size, 0);
}
