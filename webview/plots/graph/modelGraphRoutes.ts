import { tenth } from '../axes/path';
import type { Box } from './modelGraphBox';
import type { Run } from './modelGraphLayers';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A circle, or one drawn out sideways to hold a name; with `radius` 0 a box. */
export interface Shape {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly radius: number;
}

/** A line and the triangle at its end, as data of paths. */
export interface Arrow {
  readonly line: string;
  readonly head: string;
}

/** An arrow with a place for what is written beside it. */
export interface Routed extends Arrow {
  /** Where something can be written beside it, the best place first. */
  readonly places: readonly Point[];
  /** Points along it that show how far it reaches. */
  readonly points: readonly Point[];
}

/** Shares of an arrow's length at which something may be written beside it. */
const writable = [0.5, 0.7, 0.3, 0.82];
const headLength = 8;
const headWidth = 7;

/** Whether a point lies in a shape. */
export function inside({ x, y, halfWidth, halfHeight, radius }: Shape, point: Point): boolean {
  const beyondX = Math.max(0, Math.abs(point.x - x) - (halfWidth - radius));
  const beyondY = Math.max(0, Math.abs(point.y - y) - (halfHeight - radius));
  return radius === 0 ? beyondX === 0 && beyondY === 0 : Math.hypot(beyondX, beyondY) <= radius;
}

/** Where the way from the middle of a shape to a point outside leaves it. */
export function rim(shape: Shape, towards: Point): Point {
  let [within, beyond] = [0, 1];
  const on = (share: number): Point => ({
    x: shape.x + (towards.x - shape.x) * share,
    y: shape.y + (towards.y - shape.y) * share,
  });
  for (let halving = 0; halving < 24; halving++) {
    const middle = (within + beyond) / 2;
    if (inside(shape, on(middle))) within = middle;
    else beyond = middle;
  }
  return on(within);
}

/** Whether the way between two points touches a box. */
export function touches(a: Point, b: Point, box: Box): boolean {
  let [from, to] = [0, 1];
  const sides = [
    [a.x - b.x, a.x - box.left],
    [b.x - a.x, box.right - a.x],
    [a.y - b.y, a.y - box.top],
    [b.y - a.y, box.bottom - a.y],
  ] as const;
  for (const [step, room] of sides) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) {
      from = Math.max(from, room / step);
    } else {
      to = Math.min(to, room / step);
    }
  }
  return from <= to;
}

/** A straight arrow from rim to rim. */
export function straight(from: Shape, to: Shape): Routed {
  const start = rim(from, to);
  const end = rim(to, from);
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const along = { x: (end.x - start.x) / length, y: (end.y - start.y) / length };
  const base = { x: end.x - along.x * headLength, y: end.y - along.y * headLength };
  return {
    line: `M${at(start)}L${at(base)}`,
    head: triangle(end, along),
    places: writable.map((share) => ({
      x: start.x + (end.x - start.x) * share,
      y: start.y + (end.y - start.y) * share,
    })),
    points: [start, end],
  };
}

/** Pieces that a curve is cut into to see what it touches. */
const pieces = 16;

/**
 * An arrow in a gentle bow, and points along it; null where its ends would lie one in the other.
 * @param bend how far it leaves the straight line, as a share of its length; to the left where negative
 */
export function bowed(from: Shape, to: Shape, bend: number): Routed | null {
  const control = {
    x: (from.x + to.x) / 2 + (to.y - from.y) * bend * 2,
    y: (from.y + to.y) / 2 - (to.x - from.x) * bend * 2,
  };
  if (inside(from, control) || inside(to, control)) return null;
  const [start, end] = [rim(from, control), rim(to, control)];
  const length = Math.hypot(end.x - control.x, end.y - control.y) || 1;
  const along = { x: (end.x - control.x) / length, y: (end.y - control.y) / length };
  const base = { x: end.x - along.x * headLength, y: end.y - along.y * headLength };
  const on = (share: number): Point => ({
    x: (1 - share) ** 2 * start.x + 2 * share * (1 - share) * control.x + share ** 2 * end.x,
    y: (1 - share) ** 2 * start.y + 2 * share * (1 - share) * control.y + share ** 2 * end.y,
  });
  return {
    line: `M${at(start)}Q${at(control)} ${at(base)}`,
    head: triangle(end, along),
    places: writable.map(on),
    points: Array.from({ length: pieces + 1 }, (_, i) => on(i / pieces)),
  };
}

/**
 * A curved arrow downwards through runs: it is upright where a run is and at both ends, and turns only between rows,
 * where nothing stands.
 * @param leave the row of its start, and `enter` that of its end
 * @param aim where it meets the end, beside its middle
 */
export function winding(
  from: Shape,
  to: Shape,
  leave: { readonly bottom: number },
  runs: readonly Run[],
  enter: { readonly top: number },
  aim: number,
): Routed {
  const target = { x: to.x + aim, y: edgeAbove(to, aim) };
  const start: Run = {
    x: from.x,
    top: from.y + from.halfHeight,
    bottom: Math.max(leave.bottom, from.y + from.halfHeight),
  };
  const end: Run = { x: target.x, top: Math.min(enter.top, target.y) - headLength, bottom: target.y - headLength };
  let line = `M${at({ x: start.x, y: start.top })}`;
  const places: Point[] = [];
  let last = start;
  for (const next of [...runs, end]) {
    const half = (last.bottom + next.top) / 2;
    line += `V${tenth(last.bottom)}`;
    if (tenth(last.x) === tenth(next.x)) line += `V${tenth(next.top)}`;
    else line += `C${at({ x: last.x, y: half })} ${at({ x: next.x, y: half })} ${at({ x: next.x, y: next.top })}`;
    places.push({ x: (last.x + next.x) / 2, y: half });
    last = next;
  }
  line += `V${tenth(end.bottom)}`;
  const points = [start, ...runs, end].flatMap(({ x, top, bottom }) => [
    { x, y: top },
    { x, y: bottom },
  ]);
  return { line, head: triangle(target, { x: 0, y: 1 }), places, points };
}

/** The height at which something falling beside the middle of a shape meets it. */
function edgeAbove({ y, halfWidth, halfHeight, radius }: Shape, aside: number): number {
  const beyond = Math.max(0, Math.abs(aside) - (halfWidth - radius));
  return y - halfHeight + radius - Math.sqrt(Math.max(0, radius ** 2 - beyond ** 2));
}

/** An arrow from a shape's right side to itself. */
export function loop(shape: Shape, reach: number): Arrow {
  const x = shape.x + shape.halfWidth - shape.radius;
  const turn = Math.PI / 5;
  const [dx, dy] = [shape.radius * Math.cos(turn), shape.radius * Math.sin(turn)];
  const tip = { x: x + dx, y: shape.y + dy };
  const out = x + shape.radius + reach * 1.34;
  const along = { x: -Math.cos(turn), y: -Math.sin(turn) };
  const base = { x: tip.x - along.x * headLength, y: tip.y - along.y * headLength };
  return {
    line: `M${at({ x: x + dx, y: shape.y - dy })}C${at({ x: out, y: shape.y - dy - reach * 0.9 })} ${at({ x: out, y: shape.y + dy + reach * 0.9 })} ${at(base)}`,
    head: triangle(tip, along),
  };
}

/** An arrow upwards, from right side to right side, past everything between. @param out how far to the right it goes */
export function backwards(from: Shape, to: Shape, out: number): Arrow {
  const start = { x: from.x + from.halfWidth, y: from.y };
  const end = { x: to.x + to.halfWidth, y: to.y };
  return {
    line: `M${at(start)}C${at({ x: out, y: start.y })} ${at({ x: out, y: end.y })} ${at({ x: end.x + headLength, y: end.y })}`,
    head: triangle(end, { x: -1, y: 0 }),
  };
}

function triangle(tip: Point, { x, y }: Point): string {
  const base = { x: tip.x - x * headLength, y: tip.y - y * headLength };
  const [dx, dy] = [(-y * headWidth) / 2, (x * headWidth) / 2];
  return `M${at(tip)}L${at({ x: base.x + dx, y: base.y + dy })}L${at({ x: base.x - dx, y: base.y - dy })}Z`;
}

function at({ x, y }: Point): string {
  return `${tenth(x)},${tenth(y)}`;
}
