import { type Box, grown, holds, noBox } from './modelGraphBox';
import type { Row, Run } from './modelGraphLayers';
import { mathWidth } from './modelGraphNames';
import { type Inner, idOf, type Plan, plateKey } from './modelGraphPlan';
import { bowed, type Point, type Routed, type Shape, straight, touches, winding } from './modelGraphRoutes';
import type { Measures } from './modelGraphShapes';

/** What an arrow should not go over. */
export interface Obstacle {
  readonly box: Box;
  /** Nodes whose arrows may: those that are in it. null for a text, which nothing may. */
  readonly of: ReadonlySet<string> | null;
  /** Only its edge is drawn: what is written may stand in it. */
  readonly plate?: boolean;
}

/** Where an arrow between two ends may be. */
export interface Ground {
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly obstacles: readonly Obstacle[];
  /** The plate that both of its ends are in, or the whole. */
  field(from: string, to: string): Box;
  /** How far a plate stands from where it was placed by itself. */
  shift(inner: Inner | undefined): Point;
}

/** Shares of an arrow's length by which it may leave the straight line, the gentlest first. */
const bends = [0.07, 0.12, 0.18, 0.25, 0.33, 0.42].flatMap((bend) => [bend, -bend]);
const clearance = 5;

/**
 * A way for every downward arrow of a plan: straight where nothing is in the way, in a bow where that helps, and
 * otherwise through the rows where they were left free for it.
 */
export function routes(plan: Plan, ground: Ground): readonly Routed[] {
  const found = plan.links.map(({ from, to }) => plain(idOf(from), to, ground));
  const aims = aimsOf(plan, found, ground.shapes);
  return found.map((route, i) => route ?? wound(plan, i, ground, aims.get(i) ?? 0));
}

function ends({ shapes }: Ground, from: string, to: string): [Shape, Shape] {
  const [a, b] = [shapes.get(from), shapes.get(to)];
  if (a === undefined || b === undefined) throw new Error(`No such end of an arrow: ${from} or ${to}.`);
  return [a, b];
}

function plain(from: string, to: string, ground: Ground): Routed | null {
  const [a, b] = ends(ground, from, to);
  const others = ground.obstacles.filter(({ of }) => of === null || !(of.has(from) || of.has(to)));
  const boxes = others.map(({ box }) => grown(box, clearance));
  if (boxes.every((box) => !touches(a, b, box))) return straight(a, b);
  const field = ground.field(from, to);
  for (const bend of bends) {
    const bow = bowed(a, b, bend);
    if (bow === null || !bow.points.every((point) => holds(field, point))) continue;
    const touching = bow.points.some((point, i) => {
      const before = bow.points[i - 1] ?? point;
      return boxes.some((box) => touches(before, point, box));
    });
    if (!touching) return bow;
  }
  return null;
}

/** How far beside the middle of its end each winding arrow arrives, so that they come apart. */
function aimsOf(
  { links, outer, inner }: Plan,
  found: readonly (Routed | null)[],
  shapes: ReadonlyMap<string, Shape>,
): Map<number, number> {
  const winds = new Map<string, { i: number; x: number }[]>();
  links.forEach(({ from, to }, i) => {
    if (found[i] !== null) return;
    const passed = [...(outer.runs[i] ?? []), ...(inner.get(to)?.placed.runs[i] ?? [])];
    const x = passed.at(-1)?.x ?? shapes.get(idOf(from))?.x ?? 0;
    winds.set(to, [...(winds.get(to) ?? []), { i, x }]);
  });
  const aims = new Map<number, number>();
  for (const [to, all] of winds) {
    const { halfWidth = 0 } = shapes.get(to) ?? {};
    const spread = all.length === 1 ? 0 : (halfWidth * 1.2) / (all.length - 1);
    all.sort((a, b) => a.x - b.x);
    all.forEach(({ i }, place) => {
      aims.set(i, (place - (all.length - 1) / 2) * spread);
    });
  }
  return aims;
}

/** An arrow through the row that it leaves, those that it passes, and the one that it enters. */
function wound({ links, inner, outer }: Plan, i: number, ground: Ground, aim: number): Routed {
  const { from, to } = links[i] ?? { from: '', to: '' };
  const [a, b] = [inner.get(idOf(from)), inner.get(to)];
  const row = (of: Inner | undefined, id: string): Row => {
    const { top, bottom } = (of?.placed ?? outer).row.get(id) ?? { top: 0, bottom: 0 };
    return { top: top + ground.shift(of).y, bottom: bottom + ground.shift(of).y };
  };
  const runsIn = (of: Inner | undefined): Run[] => {
    const { x, y } = ground.shift(of);
    return (of?.placed.runs[i] ?? []).map((run) => ({ x: run.x + x, top: run.top + y, bottom: run.bottom + y }));
  };
  const port = (of: Inner, id: string): Point => {
    const { x, y } = of.placed.at.get(id) ?? { x: 0, y: 0 };
    return { x: x + ground.shift(of).x, y: y + ground.shift(of).y };
  };
  const runs: Run[] = [];
  if (a !== undefined && a === b) {
    runs.push(...runsIn(a));
  } else {
    if (a !== undefined) {
      const { x, y } = port(a, `out ${i}`);
      runs.push(...runsIn(a), { x, top: y, bottom: outer.row.get(plateKey(a.plate))?.bottom ?? y });
    }
    runs.push(...(outer.runs[i] ?? []));
    if (b !== undefined) {
      const { x, y } = port(b, `in ${i}`);
      runs.push({ x, top: outer.row.get(plateKey(b.plate))?.top ?? y, bottom: y }, ...runsIn(b));
    }
  }
  const [start, end] = ends(ground, idOf(from), to);
  return winding(start, end, row(a, idOf(from)), runs, row(b, to), aim);
}

/** A place for what is written at an arrow: beside it, not over anything else, nor over the edge of a plate. */
export function besideArrow(
  text: string,
  places: readonly Point[],
  obstacles: readonly Obstacle[],
  size: Measures,
): { readonly text: string; readonly x: number; readonly y: number; readonly box: Box } {
  const width = mathWidth(text, size.type);
  const half = size.line / 2;
  const wishes = places.flatMap(({ x, y }) =>
    [x + 7, x - 7 - width].map((left): Box => ({ left, right: left + width, top: y - half, bottom: y + half })),
  );
  const free = (box: Box): boolean =>
    obstacles.every((each) => apart(box, each.box) || (each.plate === true && within(box, each.box)));
  const box = wishes.find(free) ?? wishes[0] ?? noBox;
  return { text, x: box.left, y: (box.top + box.bottom) / 2, box };
}

function apart(a: Box, b: Box): boolean {
  return a.left > b.right || b.left > a.right || a.top > b.bottom || b.top > a.bottom;
}

function within(a: Box, b: Box): boolean {
  return a.left > b.left && a.right < b.right && a.top > b.top && a.bottom < b.bottom;
}
