/** A line of equal density in units of the axes: x₀, y₀, x₁, y₁, …; closed where its last point is its first. */
export type ContourLine = Float64Array;

/** Values on a grid, row-major: `density[row * x.length + column]` at (x[column], y[row]). */
export interface ContourGrid {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly density: Float64Array;
}

/**
 * The lines along which a grid has the given level, by marching squares with linear interpolation between its points. Lines end
 * at the border of the grid; what is not a number counts as 0.
 */
export function contourLines(grid: ContourGrid, level: number): ContourLine[] {
  const columns = grid.x.length;
  const rows = grid.y.length;
  const crossings = new Crossings(grid, level);
  /** From each crossed edge to the one or two edges that a line leads to from there. */
  const links = new Map<number, number[]>();
  const link = (from: number, to: number): void => {
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const) {
      const known = links.get(a);
      if (known === undefined) links.set(a, [b]);
      else known.push(b);
    }
  };
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      if (!crossings.touches(row * columns + column)) continue;
      for (const [from, to] of crossings.segments(row, column)) link(from, to);
    }
  }
  return chains(links).map((edges) => Float64Array.from(edges.flatMap((edge) => crossings.point(edge))));
}

/** Where a level crosses the edges of a grid. Edges are numbered: 2 · point for the one to the right of a point, + 1 for the one above. */
class Crossings {
  readonly #values: Float64Array;
  /** 1 for a point above the level. */
  readonly #above: Uint8Array;
  readonly #columns: number;

  constructor(
    private readonly grid: ContourGrid,
    private readonly level: number,
  ) {
    const { density } = grid;
    this.#values = density;
    this.#columns = grid.x.length;
    this.#above = new Uint8Array(density.length);
    for (let i = 0; i < density.length; i++) if (density[i]! > level) this.#above[i] = 1;
  }

  /** Whether a line goes through the square above and to the right of a point: most squares are passed over by this alone. */
  touches(point: number): boolean {
    const above = this.#above;
    const next = point + this.#columns;
    const count = above[point]! + above[point + 1]! + above[next]! + above[next + 1]!;
    return count > 0 && count < 4;
  }

  #at(point: number): number {
    const value = this.#values[point] ?? 0;
    return Number.isNaN(value) ? 0 : Math.min(value, Number.MAX_VALUE);
  }

  /** The pieces of line in the square above and to the right of a point, each from edge to edge. */
  segments(row: number, column: number): readonly (readonly [number, number])[] {
    const { level } = this;
    const lowLeft = row * this.#columns + column;
    const highLeft = lowLeft + this.#columns;
    const corners = [lowLeft, lowLeft + 1, highLeft + 1, highLeft];
    const inside = corners.reduce((bits, point, i) => bits | (this.#above[point]! << i), 0);
    if (inside === 0 || inside === 15) return [];
    const [bottom, right, top, left] = [2 * lowLeft, 2 * (lowLeft + 1) + 1, 2 * highLeft, 2 * lowLeft + 1];
    switch (inside) {
      case 1:
      case 14:
        return [[left, bottom]];
      case 2:
      case 13:
        return [[bottom, right]];
      case 4:
      case 11:
        return [[right, top]];
      case 8:
      case 7:
        return [[top, left]];
      case 3:
      case 12:
        return [[left, right]];
      case 6:
      case 9:
        return [[bottom, top]];
      default: {
        // Two opposite corners are inside: the middle says whether they are joined.
        const joined = corners.reduce((sum, point) => sum + this.#at(point) / 4, 0) > level;
        return (inside === 5) === joined
          ? [
              [left, top],
              [bottom, right],
            ]
          : [
              [left, bottom],
              [right, top],
            ];
      }
    }
  }

  /** Where the level crosses an edge. */
  point(edge: number): [number, number] {
    const { x, y } = this.grid;
    const from = edge >> 1;
    const up = (edge & 1) === 1;
    const to = from + (up ? this.#columns : 1);
    const [a, b] = [this.#at(from), this.#at(to)];
    const share = a === b ? 0.5 : Math.min(1, Math.max(0, (this.level - a) / (b - a)));
    const row = Math.floor(from / this.#columns);
    const column = from % this.#columns;
    const [x0, y0] = [x[column] ?? 0, y[row] ?? 0];
    return up ? [x0, y0 + share * ((y[row + 1] ?? y0) - y0)] : [x0 + share * ((x[column + 1] ?? x0) - x0), y0];
  }
}

/** Joins links into lines: first those with ends, then the closed ones, whose first point comes again at the end. */
function chains(links: ReadonlyMap<number, readonly number[]>): number[][] {
  const done = new Set<number>();
  const follow = (start: number): number[] => {
    const line = [start];
    done.add(start);
    for (let at = start; ; ) {
      const next = links.get(at)?.find((edge) => !done.has(edge));
      if (next === undefined) break;
      done.add(next);
      line.push(next);
      at = next;
    }
    return line;
  };
  const lines: number[][] = [];
  for (const [edge, others] of links) if (others.length === 1 && !done.has(edge)) lines.push(follow(edge));
  for (const edge of links.keys()) {
    if (done.has(edge)) continue;
    const line = follow(edge);
    lines.push([...line, edge]);
  }
  return lines;
}
