import type { GraphConstants, GraphEdge, GraphNode, ModelGraph } from './modelGraph';
import { besideArrow, type Obstacle, routes } from './modelGraphArrows';
import { around, type Box, grown, holds, moved, noBox } from './modelGraphBox';
import { constantsShape, type PlacedConstants, placeConstants } from './modelGraphConstants';
import { mathWidth } from './modelGraphNames';
import { type Inner, idOf, keyOf, noSize, type Plan, planOf, plateKey, sideOf } from './modelGraphPlan';
import { dataPlate, type PlacedPlate, placedPlate } from './modelGraphPlates';
import { type Arrow, backwards, loop, type Point, type Shape, straight } from './modelGraphRoutes';
import { copiesLabel, loopReach, type Measures, measures, plateLine, plateLines } from './modelGraphShapes';

export interface PlacedNode {
  readonly node: GraphNode;
  readonly shape: Shape;
  /** With the arrow to itself and the plate of its copies. */
  readonly box: Box;
  readonly copies: PlacedPlate | null;
}

export interface PlacedArrow extends Arrow {
  readonly from: string;
  readonly to: string;
}

/** Something written, from its left end and the height of its middle. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A graph as it will be drawn, in pixels. */
export interface GraphLayout {
  /** What can be seen of the plane that everything is placed in. */
  readonly frame: Box;
  /** From the middle of a line of text down to its base line. */
  readonly baseline: number;
  readonly nodes: readonly PlacedNode[];
  readonly constants: readonly PlacedConstants[];
  readonly plates: readonly PlacedPlate[];
  readonly arrows: readonly PlacedArrow[];
  readonly labels: readonly PlacedText[];
}

export interface GraphOptions {
  readonly fontSize: number;
  /** What to write on the plate of the data; null without data. */
  readonly data: string | null;
}

const margin = 6;

/** Places the graph of a model: variables in rows, each chain in its plate, parameters beside what they belong to. */
export function layoutGraph(graph: ModelGraph, { fontSize, data }: GraphOptions): GraphLayout {
  const size = measures(fontSize);
  const above = new Set(graph.constants.filter(({ users }) => users.length > 1));
  for (;;) {
    const plan = planOf(graph, above, size);
    const squeezed = graph.constants.filter((group) => !above.has(group) && sideOf(group, graph, plan) === null);
    if (squeezed.length === 0) return draw(graph, plan, above, data, size);
    // What has something on either side must come from above; that makes new neighbours, so all is looked at again.
    for (const group of squeezed) above.add(group);
  }
}

function draw(
  graph: ModelGraph,
  plan: Plan,
  above: ReadonlySet<GraphConstants>,
  data: string | null,
  size: Measures,
): GraphLayout {
  const shifts = new Map([...plan.inner.values()].map((inner) => [inner, shiftOf(inner, plan)]));
  const shift = (inner: Inner | undefined): Point => (inner && shifts.get(inner)) ?? { x: 0, y: 0 };
  const nodes = graph.nodes.map((node) => placeNode(node, plan, shift(plan.inner.get(node.name)), size));
  const chainOf = new Map(
    [...shifts].map(([inner, by]) => [inner, placedPlate(moved(inner.box, by), plateLines(inner.plate, size), size)]),
  );
  const chains = [...chainOf.values()];
  const shapes = new Map(nodes.map(({ node, shape }) => [node.name, shape]));

  const passed = plan.links.flatMap(({ from }, i) => (typeof from === 'string' ? (plan.outer.runs[i] ?? []) : []));
  const variables = [...nodes, ...chains, ...passed.map(({ x, ...run }) => ({ box: { left: x, right: x, ...run } }))]
    .map(({ box }) => box)
    .reduce<Box | null>(around, null);
  const backs = graph.edges.flatMap((edge) =>
    edge.back ? [backArrow(edge, shapes, plan, shift, variables?.right ?? 0, size)] : [],
  );
  const own = variables ?? noBox;
  const bounds = { ...own, right: Math.max(own.right, ...backs.map(({ right }) => right)) };
  const outline = data === null ? null : dataPlate(bounds, data, size);
  const plates = outline === null ? chains : [outline, ...chains];
  const constants = placeConstants(graph, plan, above, shapes, chains, outline?.box ?? null);
  for (const placed of constants) shapes.set(keyOf(placed.constants), constantsShape(placed));

  const obstacles = obstaclesOf(nodes, constants, plates);
  const everything = grown(bounds, outline === null ? 30 : 8);
  const ways = routes(plan, {
    shapes,
    obstacles,
    shift,
    field: (from, to) => {
      const [a, b] = [plan.inner.get(from), plan.inner.get(to)];
      if (a !== undefined && a === b) return grown(chainOf.get(a)?.box ?? noBox, -4);
      return plan.nodes.has(from) ? everything : grown(everything, Number.POSITIVE_INFINITY);
    },
  });
  const arrows: PlacedArrow[] = [];
  const labels: PlacedText[] = [];
  let frame = bounds;
  plan.links.forEach(({ from, to, label }, i) => {
    const way = ways[i];
    if (way === undefined) return;
    arrows.push({ from: idOf(from), to, line: way.line, head: way.head });
    for (const { x, y } of way.points) frame = around(frame, { left: x, right: x, top: y, bottom: y });
    if (label === '') return;
    const { box, ...placed } = besideArrow(label, way.places, obstacles, size);
    labels.push(placed);
    obstacles.push({ box, of: null });
  });
  for (const { constants: group } of constants) {
    const [to = ''] = group.users;
    const [a, b] = [shapes.get(keyOf(group)), shapes.get(to)];
    if (above.has(group) || a === undefined || b === undefined) continue;
    const { line, head } = straight(a, b);
    arrows.push({ from: keyOf(group), to, line, head });
  }
  for (const { node, shape } of nodes) {
    if (node.past === null) continue;
    arrows.push({ from: node.name, to: node.name, ...loop(shape, loopReach) });
    if (node.past !== '') labels.push({ text: node.past, x: shape.x + shape.halfWidth + loopReach + 5, y: shape.y });
  }
  for (const { arrow, label } of backs) {
    arrows.push(arrow);
    if (label !== null) labels.push(label);
  }
  for (const { box } of [...plates, ...constants]) frame = around(frame, box);
  for (const { text, x, y } of labels) {
    const half = size.line / 2;
    frame = around(frame, { left: x, right: x + mathWidth(text, size.type), top: y - half, bottom: y + half });
  }
  return { frame: grown(frame, margin), baseline: size.type * 0.3, nodes, constants, plates, arrows, labels };
}

/** How far a plate was moved from where it was placed by itself. */
function shiftOf({ plate, box: { left, right, top, bottom } }: Inner, { outer }: Plan): Point {
  const { x, y } = outer.at.get(plateKey(plate)) ?? { x: 0, y: 0 };
  return { x: x - (left + right) / 2, y: y - (top + bottom) / 2 };
}

function placeNode(node: GraphNode, plan: Plan, by: Point, size: Measures): PlacedNode {
  const at = (plan.inner.get(node.name)?.placed ?? plan.outer).at.get(node.name) ?? { x: 0, y: 0 };
  const { halfWidth, left, right, above, below } = plan.nodes.get(node.name) ?? noSize;
  const [x, y] = [at.x + by.x, at.y + by.y];
  const box = { left: x - left, right: x + right, top: y - above, bottom: y + below };
  const copies = node.copies.length === 0 ? null : placedPlate(box, [plateLine(copiesLabel(node), size)], size);
  return { node, shape: { x, y, halfWidth, halfHeight: size.radius, radius: size.radius }, box, copies };
}

interface BackArrow {
  readonly arrow: PlacedArrow;
  readonly label: PlacedText | null;
  readonly right: number;
}

/** An arrow from the past of one chain to another, on the right of the plate that both are in. */
function backArrow(
  { from, to, label }: GraphEdge,
  shapes: ReadonlyMap<string, Shape>,
  plan: Plan,
  shift: (inner: Inner | undefined) => Point,
  right: number,
  size: Measures,
): BackArrow {
  const [a, b] = [shapes.get(from), shapes.get(to)];
  if (a === undefined || b === undefined) throw new Error(`No such variable: ${from} or ${to}.`);
  const inner = plan.inner.get(from);
  const together = inner !== undefined && inner === plan.inner.get(to);
  const reach = (together ? inner.right + shift(inner).x : right) + 10;
  // A curve with both handles at `out` goes three quarters of the way there.
  const out = (reach - (a.x + a.halfWidth + b.x + b.halfWidth) / 8) / 0.75;
  const arrow = { from, to, ...backwards(a, b, out) };
  const text = label === '' ? null : { text: label, x: reach + 4, y: (a.y + b.y) / 2 };
  return { arrow, label: text, right: reach + (text === null ? 0 : 4 + mathWidth(label, size.type)) };
}

function obstaclesOf(
  nodes: readonly PlacedNode[],
  constants: readonly PlacedConstants[],
  plates: readonly PlacedPlate[],
): Obstacle[] {
  return [
    ...nodes.map(({ node, box }) => ({ box, of: new Set([node.name]) })),
    ...constants.map(({ constants: group, box }) => ({ box, of: new Set([keyOf(group)]) })),
    ...plates.flatMap(({ box, lines }) => [
      { box, of: new Set(nodes.filter(({ shape }) => holds(box, shape)).map(({ node }) => node.name)), plate: true },
      ...lines.map(({ right, width, y }) => ({
        box: { left: right - width, right, top: y - 7, bottom: y + 7 },
        of: null,
      })),
    ]),
  ];
}
