import type { GraphConstants, GraphEdge, GraphPlate, ModelGraph } from './modelGraph';
import { around, type Box, noBox } from './modelGraphBox';
import { type Item, type Layered, type Link, layered, type Run } from './modelGraphLayers';
import { mathWidth } from './modelGraphNames';
import { type GroupSize, groupSize, type Measures, type NodeSize, nodeSize, plateLines } from './modelGraphShapes';

/** Between what is in a plate and its edge. */
export const padding = 12;

/** A plate of chains, placed by itself. */
export interface Inner {
  readonly plate: GraphPlate;
  readonly placed: Layered;
  readonly box: Box;
  /** The right end of what is in it, without the arrows back. */
  readonly right: number;
}

export interface Plan {
  readonly nodes: ReadonlyMap<string, NodeSize>;
  readonly groups: ReadonlyMap<GraphConstants, GroupSize>;
  /** By member. */
  readonly inner: ReadonlyMap<string, Inner>;
  readonly outer: Layered;
  /** The downward arrows, with the place of each among the links. */
  readonly links: readonly DownLink[];
}

export interface DownLink {
  readonly from: string | GraphConstants;
  readonly to: string;
  readonly label: string;
}

export const idOf = (end: string | GraphConstants): string => (typeof end === 'string' ? end : keyOf(end));
export const keyOf = ({ kind, names }: GraphConstants): string => `${kind} ${names[0]}`;
export const plateKey = ({ members }: GraphPlate): string => `plate ${members[0]}`;

export function planOf(graph: ModelGraph, above: ReadonlySet<GraphConstants>, size: Measures): Plan {
  const nodes = new Map(graph.nodes.map((node) => [node.name, nodeSize(node, size)]));
  const groups = new Map(graph.constants.map((group) => [group, groupSize(group, size)]));
  const links: DownLink[] = [
    ...graph.edges.filter(({ back }) => !back),
    ...[...above].flatMap((from) => from.users.map((to) => ({ from, to, label: '' }))),
  ];
  const plateOf = new Map(graph.plates.flatMap((plate) => plate.members.map((name) => [name, plate] as const)));
  const itemOf = (name: string): Item => {
    const { left, right, above: up, below } = nodes.get(name) ?? noSize;
    const beside = graph.constants.filter((group) => !above.has(group) && group.users[0] === name);
    const stack = stackHeight(beside.map((group) => groups.get(group)?.height ?? 0)) / 2;
    return { id: name, left, right, above: Math.max(up, stack), below: Math.max(below, stack) };
  };
  const inner = new Map<string, Inner>();
  for (const plate of graph.plates) {
    const placed = innerOf(plate, links, graph.edges, itemOf, nodes, size);
    for (const name of plate.members) inner.set(name, placed);
  }
  const outerItems: Item[] = [
    ...graph.nodes.filter(({ name }) => !plateOf.has(name)).map(({ name }) => itemOf(name)),
    ...graph.plates.map((plate): Item => {
      const { left, right, top, bottom } = inner.get(plate.members[0] ?? '')?.box ?? noBox;
      const [halfWidth, halfHeight] = [(right - left) / 2, (bottom - top) / 2];
      return { id: plateKey(plate), left: halfWidth, right: halfWidth, above: halfHeight, below: halfHeight };
    }),
    ...[...above].map((group): Item => {
      const { width, height } = groups.get(group) ?? { width: 0, height: 0 };
      return { id: keyOf(group), left: width / 2, right: width / 2, above: height / 2, below: height / 2, pin: 'top' };
    }),
  ];
  const outerLinks = links.map(({ from, to }, i): Link => {
    const [a, b] = [plateOf.get(idOf(from)), plateOf.get(to)];
    return {
      from: a === undefined ? idOf(from) : plateKey(a),
      to: b === undefined ? to : plateKey(b),
      fromShift: portShift(inner.get(idOf(from)), `out ${i}`),
      toShift: portShift(inner.get(to), `in ${i}`),
    };
  });
  const across = outerLinks.flatMap((link, i) => (link.from === link.to ? [] : [{ link, i }]));
  const placed = layered(
    outerItems,
    across.map(({ link }) => link),
    size.step,
  );
  const runs = links.map((): readonly Run[] => []);
  across.forEach(({ i }, j) => {
    runs[i] = placed.runs[j] ?? [];
  });
  return { nodes, groups, inner, outer: { ...placed, runs }, links };
}

export const noSize: NodeSize = { halfWidth: 0, left: 0, right: 0, above: 0, below: 0 };
export const stackGap = 8;

export function stackHeight(heights: readonly number[]): number {
  return heights.reduce((sum, height) => sum + height, 0) + Math.max(0, heights.length - 1) * stackGap;
}

/** How far from the middle of a plate an arrow goes through its edge. */
function portShift(inner: Inner | undefined, port: string): number {
  const at = inner?.placed.at.get(port);
  return inner === undefined || at === undefined ? 0 : at.x - (inner.box.left + inner.box.right) / 2;
}

/** Places the members of a plate. Arrows from and to what is outside go through ports at its upper and lower edge. */
function innerOf(
  plate: GraphPlate,
  links: readonly DownLink[],
  edges: readonly GraphEdge[],
  itemOf: (name: string) => Item,
  nodes: ReadonlyMap<string, NodeSize>,
  size: Measures,
): Inner {
  const has = (name: string): boolean => plate.members.includes(name);
  const items = plate.members.map(itemOf);
  const within: { link: Link; i: number }[] = [];
  links.forEach(({ from, to }, i) => {
    const [a, b] = [has(idOf(from)), has(to)];
    if (a && b) within.push({ link: { from: idOf(from), to }, i });
    else if (b) within.push({ link: { from: port(`in ${i}`, 'top'), to }, i });
    else if (a) within.push({ link: { from: idOf(from), to: port(`out ${i}`, 'bottom') }, i });
  });
  function port(id: string, pin: 'top' | 'bottom'): string {
    items.push({ id, left: 3, right: 3, above: 0, below: 0, pin });
    return id;
  }
  const placed = layered(
    items,
    within.map(({ link }) => link),
    size.step,
  );
  const runs = links.map((): readonly Run[] => []);
  within.forEach(({ i }, j) => {
    runs[i] = placed.runs[j] ?? [];
  });
  let bounds: Box | null = null;
  for (const name of plate.members) {
    const { x, y } = placed.at.get(name) ?? { x: 0, y: 0 };
    const { left, right, above, below } = nodes.get(name) ?? noSize;
    bounds = around(bounds, { left: x - left, right: x + right, top: y - above, bottom: y + below });
  }
  for (const { x, top, bottom } of runs.flat()) bounds = around(bounds, { left: x - 6, right: x + 6, top, bottom });
  const { left, right, top, bottom } = bounds ?? noBox;
  const back = edges.filter(({ back: is, from, to }) => is && has(from) && has(to));
  const room = Math.max(0, ...back.map(({ label }) => 22 + mathWidth(label, size.type)));
  const lines = plateLines(plate, size);
  const ports = [...placed.at].filter(([id]) => !has(id)).map(([, { y }]) => y);
  const ways = [...placed.at].filter(([id]) => id.startsWith('out ')).map(([, { x }]) => x + 6);
  const caption = Math.max(...lines.map(({ width }) => width)) + 16;
  const lack = Math.max(0, caption - (right - left + room + 2 * padding)) / 2;
  const box = {
    left: left - padding - lack,
    // The caption stands beside the arrows that go down through the lower edge.
    right: Math.max(right + padding + room + lack, ...ways.map((x) => x + caption - 8)),
    top: Math.min(top - padding, ...ports),
    bottom: Math.max(bottom + lines.length * size.line + 6, ...ports),
  };
  return { plate, placed: { ...placed, runs }, box, right };
}

/** The side on which the parameters of one variable stand; null where something is in the way on both. */
export function sideOf({ users }: GraphConstants, graph: ModelGraph, { inner, outer }: Plan): 'left' | 'right' | null {
  const [name = ''] = users;
  const plate = inner.get(name);
  const id = plate === undefined ? name : plateKey(plate.plate);
  const free = (side: 'first' | 'last'): boolean =>
    outer[side].has(id) && (plate === undefined || plate.placed[side].has(name));
  if (free('first')) return 'left';
  const loops = graph.nodes.some((node) => node.name === name && node.past !== null);
  const returns = graph.edges.some(({ back, from, to }) => back && (from === name || to === name));
  return free('last') && !loops && !returns ? 'right' : null;
}
