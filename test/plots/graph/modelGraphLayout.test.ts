import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Definition, Expr, Structure, Variable } from '../../../src/model/model';
import { type ModelGraph, modelGraph } from '../../../webview/plots/graph/modelGraph';
import { type Box, holds } from '../../../webview/plots/graph/modelGraphBox';
import { type GraphLayout, layoutGraph } from '../../../webview/plots/graph/modelGraphLayout';
import { inside, type Point } from '../../../webview/plots/graph/modelGraphRoutes';
import { graphOf, graphTexts } from '../graphTexts';

const type = { kind: 'real', shape: [] } as const;

/** What a random model is made of: for every variable its parents among those before it, and whether it is a chain. */
const plans = fc.integer({ min: 1, max: 11 }).chain((size) =>
  fc.array(
    fc.record({
      parents: fc.uniqueArray(fc.nat(Math.max(0, size - 1)), { maxLength: 4 }),
      chain: fc.constantFrom(0, 0, 0, 3, 5),
      leaning: fc.boolean(),
      copies: fc.constantFrom(0, 0, 2),
      params: fc.uniqueArray(fc.nat(5), { maxLength: 3 }),
      long: fc.boolean(),
    }),
    { minLength: size, maxLength: size },
  ),
);

function structureOf(plan: readonly (typeof plans extends fc.Arbitrary<infer T> ? T : never)[number][]): Structure {
  const nameOf = (i: number): string => (plan[i]?.long ? `a_long_name_${i}` : `v${i}`);
  const constant = (value: number): Expr => ({ op: 'constant', type, value });
  const variables = plan.map(({ parents, chain, leaning, copies, params }, i): Variable => {
    const before = parents.filter((parent) => parent < i);
    const args = Object.fromEntries(
      params.map((name) => [`p${name}`, { op: 'param', type, name: `p${name}` } as Expr]),
    );
    const family = { kind: 'family', family: 'Normal', args, type } as const;
    const loop: Expr = { op: 'loop', type, name: 't' };
    const last: Expr = { op: 'subtract', type, left: loop, right: constant(1) };
    const distribution = copies === 0 ? family : ({ kind: 'copies', base: family, count: copies, type } as const);
    const own = before.map((parent) => ({
      name: nameOf(parent),
      index: plan[parent]?.chain ? (plan[parent]?.chain === chain ? loop : constant(1)) : null,
    }));
    const range = chain === 0 ? null : ([1, chain] as const);
    const definition: Definition = {
      range,
      loop: chain === 0 ? null : 't',
      parents: chain > 0 && leaning ? [...own, { name: nameOf(i), index: last }] : own,
      distribution,
    };
    const isParent = plan.some((other, j) => j > i && other.parents.includes(i));
    return { name: nameOf(i), role: isParent ? 'latent' : 'observed', type, range, definitions: [definition] };
  });
  const params = Array.from({ length: 6 }, (_, i) => ({
    name: `p${i}`,
    type,
    domain: 'real' as const,
    value: constant(1),
  }));
  return { params, lets: [], networks: [], variables };
}

function apart(a: Box, b: Box): boolean {
  return a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom;
}

/** Points along a path of moves, lines and curves. */
function trace(path: string): Point[] {
  const points: Point[] = [];
  for (const [, command = '', rest = ''] of path.matchAll(/([MLVCQ])([^MLVCQ]*)/g)) {
    const numbers = (rest.match(/-?[\d.]+/g) ?? []).map(Number);
    const start = points.at(-1) ?? { x: 0, y: 0 };
    const flat = command === 'V' ? [start.x, ...numbers] : numbers;
    const corners = flat.flatMap((x, i) => (i % 2 === 0 ? [{ x, y: flat[i + 1] ?? 0 }] : []));
    if (command === 'M') points.push(...corners);
    else for (let step = 1; step <= 20; step++) points.push(bezier([start, ...corners], step / 20));
  }
  return points;
}

/** A point of a curve, by halving as often as it has handles. */
function bezier(corners: readonly Point[], share: number): Point {
  const [only] = corners;
  if (only === undefined || corners.length === 1) return only ?? { x: 0, y: 0 };
  const next = corners.slice(1).map((corner, i) => {
    const { x, y } = corners[i] ?? corner;
    return { x: x + (corner.x - x) * share, y: y + (corner.y - y) * share };
  });
  return bezier(next, share);
}

/** All that must be so in every picture. */
function judge(graph: ModelGraph, layout: GraphLayout): void {
  const { frame, nodes, constants, plates, arrows } = layout;
  const named = [
    ...nodes.map(({ node, box }) => ({ name: node.name, box })),
    ...constants.map(({ constants: { names }, box }) => ({ name: names.join(), box })),
  ];
  named.forEach((a, i) => {
    for (const b of named.slice(i + 1)) expect(apart(a.box, b.box), `${a.name} and ${b.name}`).toBe(true);
    expect(holds(frame, { x: a.box.left, y: a.box.top }) && holds(frame, { x: a.box.right, y: a.box.bottom })).toBe(
      true,
    );
  });
  const shape = new Map(nodes.map(({ node, shape: own }) => [node.name, own]));
  for (const { from, to, back } of graph.edges) {
    const arrow = arrows.filter((one) => one.from === from && one.to === to);
    expect(arrow.length, `${from} → ${to}`).toBe(1);
    if (!back) expect(shape.get(from)?.y).toBeLessThan(shape.get(to)?.y ?? 0);
  }
  for (const { users, names, kind } of graph.constants) {
    expect(arrows.filter(({ from }) => from === `${kind} ${names[0]}`).map(({ to }) => to)).toEqual(users);
  }
  for (const { from, to, line, head } of arrows) {
    const points = trace(line);
    for (const { node, shape: own } of nodes) {
      if (node.name === from || node.name === to) continue;
      expect(
        points.some((point) => inside(own, point)),
        `${from} → ${to} through ${node.name}`,
      ).toBe(false);
    }
    for (const point of points) expect(holds(frame, point), `${from} → ${to}`).toBe(true);
    const [tip = { x: 0, y: 0 }] = trace(head);
    const target = shape.get(to);
    if (target === undefined) throw new Error(`no ${to}`);
    const grownBy = (by: number) => ({
      ...target,
      halfWidth: target.halfWidth + by,
      halfHeight: target.halfHeight + by,
      radius: target.radius + by,
    });
    expect(inside(grownBy(0.3), tip) && !inside(grownBy(-0.3), tip), `${from} → ${to} ends at the rim`).toBe(true);
  }
  const chains = plates.slice(plates.length - graph.plates.length);
  graph.plates.forEach(({ members }, i) => {
    const { box } = chains[i] ?? { box: frame };
    for (const { node, box: own } of nodes) {
      const member = members.includes(node.name);
      expect(
        member
          ? holds(box, { x: own.left, y: own.top }) && holds(box, { x: own.right, y: own.bottom })
          : apart(box, own),
      ).toBe(true);
    }
    for (const { box: own } of constants) expect(apart(box, own)).toBe(true);
  });
  // What is written in the corner of a plate can be read.
  const captions = chains.flatMap(({ lines }) =>
    lines.map(({ right, width, y, text }) => ({ text, left: right - width, right, top: y - 6, bottom: y + 6 })),
  );
  for (const { from, to, line } of arrows) {
    for (const { text, ...caption } of captions) {
      expect(
        trace(line).some((point) => holds(caption, point)),
        `${from} → ${to} through ${text}`,
      ).toBe(false);
    }
  }
}

describe('the layout of a graph', () => {
  it.each(Object.entries(graphTexts))('keeps its promises for %s', (_, text) => {
    const graph = graphOf(text);
    for (const data of [null, 'N = 120']) judge(graph, layoutGraph(graph, { fontSize: 13, data }));
  });

  it('keeps its promises for any model: nothing overlaps, all is seen, arrows lead down and end at rims', () => {
    fc.assert(
      fc.property(plans, fc.constantFrom(null, 'N = 12'), (plan, data) => {
        const graph = modelGraph(structureOf(plan));
        if (graph.kind === 'list') return;
        judge(graph, layoutGraph(graph, { fontSize: 13, data }));
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it('has the plate of the data around the variables and not around the parameters', () => {
    const graph = graphOf(graphTexts.bumps);
    const { plates, nodes, constants } = layoutGraph(graph, { fontSize: 13, data: 'N = 120' });
    const [plate] = plates;
    if (plate === undefined) throw new Error('no plate');
    expect(plate.lines.map(({ text }) => text)).toEqual(['N = 120']);
    for (const { shape } of nodes) expect(holds(plate.box, shape)).toBe(true);
    for (const { box } of constants) expect(apart(plate.box, box)).toBe(true);
  });

  it('has the parameters of one variable at its height, and those of several above', () => {
    const bumps = layoutGraph(graphOf(graphTexts.bumps), { fontSize: 13, data: null });
    expect(bumps.constants.map(({ box }) => (box.top + box.bottom) / 2)).toEqual(
      bumps.nodes.map(({ shape }) => expect.closeTo(shape.y, 6)),
    );
    const { constants, nodes } = layoutGraph(graphOf(graphTexts.turns), { fontSize: 13, data: null });
    expect(constants[0]?.box.bottom).toBeLessThan(Math.min(...nodes.map(({ box }) => box.top)));
  });
});
