/** Something to be placed: how far it reaches from its own middle, in pixels. */
export interface Item {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly above: number;
  readonly below: number;
  /** It stands above, or below, everything that is not pinned so. */
  readonly pin?: 'top' | 'bottom';
}

/** An arrow downwards between two items; its ends may stand beside the items' middles. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly fromShift?: number;
  readonly toShift?: number;
}

/** A piece of an arrow that runs straight down through a row. */
export interface Run {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Row {
  readonly top: number;
  readonly bottom: number;
}

export interface Layered {
  /** Where the middle of each item is. */
  readonly at: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  /** The row that each item stands in. */
  readonly row: ReadonlyMap<string, Row>;
  /** Items that nothing in their row stands to the left, or to the right, of; passing arrows count. */
  readonly first: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
  /** For every link, the rows that it passes between its ends. */
  readonly runs: readonly (readonly Run[])[];
}

/** A place in a row: an item, or where an arrow passes. */
interface Cell {
  readonly item: Item | null;
  readonly up: Side[];
  readonly down: Side[];
  x: number;
}

/** What a cell is tied to in the next row, and by how much it should stand to the right of it. */
interface Side {
  readonly to: Cell;
  readonly shift: number;
  readonly weight: number;
}

const between = 26;
const besideArrow = 12;
const rounds = 12;

/**
 * Places a graph without circles in rows, parents above their children: the row of each item is its longest path from
 * above, crossings are reduced by barycentres, and each row then stands as near to its neighbours as its order lets it.
 * @param step pixels between two rows
 */
export function layered(items: readonly Item[], links: readonly Link[], step: number): Layered {
  const level = levels(items, links);
  const rows: Cell[][] = [];
  const cells = new Map<string, Cell>();
  const put = (row: number, item: Item | null): Cell => {
    const cell: Cell = { item, up: [], down: [], x: 0 };
    while (rows.length <= row) rows.push([]);
    rows[row]?.push(cell);
    return cell;
  };
  for (const item of items) cells.set(item.id, put(level.get(item.id) ?? 0, item));
  const passing = links.map((link) => thread(link, cells, level, put));
  order(rows);
  align(rows);
  return measure(rows, passing, step);
}

function levels(items: readonly Item[], links: readonly Link[]): Map<string, number> {
  const pin = new Map(items.map(({ id, pin: where }) => [id, where]));
  const start = items.some((item) => item.pin === 'top') ? 1 : 0;
  const level = new Map(items.map(({ id, pin: where }) => [id, where === 'top' ? 0 : start]));
  for (let moved = true, round = 0; moved && round <= items.length; round++) {
    moved = false;
    for (const { from, to } of links) {
      const least = (level.get(from) ?? 0) + 1;
      if ((level.get(to) ?? 0) >= least) continue;
      level.set(to, least);
      moved = true;
    }
  }
  const lowest = Math.max(0, ...items.map(({ id }) => (pin.get(id) === 'bottom' ? 0 : (level.get(id) ?? 0))));
  for (const { id, pin: where } of items) if (where === 'bottom') level.set(id, lowest + 1);
  // What has no parents stands right above the first that needs it.
  const targets = new Set(links.map(({ to }) => to));
  for (const { id, pin: where } of items) {
    if (where !== undefined || targets.has(id)) continue;
    const nearest = Math.min(...links.filter(({ from }) => from === id).map(({ to }) => level.get(to) ?? 0));
    if (Number.isFinite(nearest)) level.set(id, nearest - 1);
  }
  return level;
}

/** Ties the two ends of a link together, through a cell in every row between. @returns those cells */
function thread(
  { from, to, fromShift = 0, toShift = 0 }: Link,
  cells: ReadonlyMap<string, Cell>,
  level: ReadonlyMap<string, number>,
  put: (row: number, item: null) => Cell,
): { cell: Cell; row: number }[] {
  const [start, end] = [cells.get(from), cells.get(to)];
  if (start === undefined || end === undefined) throw new Error(`No such item: ${from} or ${to}.`);
  const passed: { cell: Cell; row: number }[] = [];
  let above = start;
  let shift = fromShift;
  const tie = (cell: Cell, by: number): void => {
    // An arrow that bends where it passes is worse than one that leaves or ends aslant.
    const weight = above.item === null && cell.item === null ? 8 : above.item === null || cell.item === null ? 2 : 1;
    above.down.push({ to: cell, shift: -by, weight });
    cell.up.push({ to: above, shift: by, weight });
    above = cell;
  };
  for (let row = (level.get(from) ?? 0) + 1; row < (level.get(to) ?? 0); row++) {
    const cell = put(row, null);
    passed.push({ cell, row });
    tie(cell, shift);
    shift = 0;
  }
  tie(end, shift - toShift);
  return passed;
}

// ---------------------------------------------------------------- the order within rows

function order(rows: Cell[][]): void {
  const place = new Map<Cell, number>();
  const number = (row: readonly Cell[]): void => {
    row.forEach((cell, i) => {
      place.set(cell, i);
    });
  };
  rows.forEach(number);
  let best = rows.map((row) => [...row]);
  let least = crossings(rows, place);
  for (let round = 0; round < rounds && least > 0; round++) {
    const down = round % 2 === 0;
    for (const row of down ? rows : [...rows].reverse()) {
      const centre = new Map(
        row.map((cell) => [cell, barycentre(down ? cell.up : cell.down, place, place.get(cell) ?? 0)]),
      );
      row.sort((a, b) => (centre.get(a) ?? 0) - (centre.get(b) ?? 0) || (place.get(a) ?? 0) - (place.get(b) ?? 0));
      number(row);
    }
    const now = crossings(rows, place);
    if (now >= least) continue;
    least = now;
    best = rows.map((row) => [...row]);
  }
  best.forEach((row, i) => {
    rows[i]?.splice(0, row.length, ...row);
  });
}

function barycentre(sides: readonly Side[], place: ReadonlyMap<Cell, number>, otherwise: number): number {
  if (sides.length === 0) return otherwise;
  // Ends beside the middle of a wide item come in their own order.
  return sides.reduce((sum, { to, shift }) => sum + (place.get(to) ?? 0) + shift / 1000, 0) / sides.length;
}

/** How often arrows cross between neighbouring rows. */
function crossings(rows: readonly (readonly Cell[])[], place: ReadonlyMap<Cell, number>): number {
  let total = 0;
  for (const row of rows) {
    const ends = row.flatMap((cell) => cell.down.map(({ to }) => place.get(to) ?? 0).sort((a, b) => a - b));
    // Arrows that start together do not cross: their ends are in order.
    ends.forEach((end, i) => {
      for (let j = 0; j < i; j++) if ((ends[j] ?? 0) > end) total++;
    });
  }
  return total;
}

// ---------------------------------------------------------------- pixels

function align(rows: readonly (readonly Cell[])[]): void {
  for (const row of rows)
    settle(
      row,
      row.map(() => ({ x: 0, weight: 1 })),
    );
  for (let round = 0; round < rounds; round++) {
    const down = round % 2 === 0;
    const last = round >= rounds - 2;
    for (const row of down ? rows : [...rows].reverse()) {
      const wishes = row.map((cell) => wish(last ? [...cell.up, ...cell.down] : down ? cell.up : cell.down, cell.x));
      settle(row, wishes);
    }
  }
}

interface Wish {
  readonly x: number;
  readonly weight: number;
}

function wish(sides: readonly Side[], otherwise: number): Wish {
  const weight = sides.reduce((sum, side) => sum + side.weight, 0);
  if (weight === 0) return { x: otherwise, weight: 0.1 };
  return { x: sides.reduce((sum, side) => sum + side.weight * (side.to.x + side.shift), 0) / weight, weight };
}

/** The places nearest to the wishes, in squares, that keep the order and the distances: neighbours that push each other are pooled. */
function settle(row: readonly Cell[], wishes: readonly Wish[]): void {
  const blocks: { sum: number; weight: number; cells: { cell: Cell; offset: number }[] }[] = [];
  let offset = 0;
  row.forEach((cell, i) => {
    const before = row[i - 1];
    if (before !== undefined) offset += apart(before, cell);
    const { x, weight } = wishes[i] ?? { x: 0, weight: 1 };
    let block = { sum: (x - offset) * weight, weight, cells: [{ cell, offset }] };
    for (
      let top = blocks.at(-1);
      top !== undefined && top.sum / top.weight >= block.sum / block.weight;
      top = blocks.at(-1)
    ) {
      blocks.pop();
      block = { sum: top.sum + block.sum, weight: top.weight + block.weight, cells: [...top.cells, ...block.cells] };
    }
    blocks.push(block);
  });
  for (const { sum, weight, cells } of blocks) {
    for (const { cell, offset: own } of cells) cell.x = sum / weight + own;
  }
}

function apart(a: Cell, b: Cell): number {
  const gap = a.item === null || b.item === null ? besideArrow : between;
  return (a.item?.right ?? 0) + (b.item?.left ?? 0) + gap;
}

function measure(
  rows: readonly (readonly Cell[])[],
  passing: readonly { cell: Cell; row: number }[][],
  step: number,
): Layered {
  const at = new Map<string, { x: number; y: number }>();
  const row = new Map<string, Row>();
  const first = new Set<string>();
  const last = new Set<string>();
  const bands: Row[] = [];
  let y = 0;
  for (const cells of rows) {
    const above = Math.max(0, ...cells.map(({ item }) => item?.above ?? 0));
    const below = Math.max(0, ...cells.map(({ item }) => item?.below ?? 0));
    const band = { top: y, bottom: y + above + below };
    bands.push(band);
    for (const { item, x } of cells) {
      if (item === null) continue;
      at.set(item.id, { x, y: y + above });
      row.set(item.id, band);
    }
    const [start, end] = [cells[0]?.item, cells.at(-1)?.item];
    if (start) first.add(start.id);
    if (end) last.add(end.id);
    // An arrow that goes far to the side needs more height, so as not to lie flat.
    const reach = Math.max(
      0,
      ...cells.flatMap((cell) => cell.down.map(({ to, shift }) => Math.abs(to.x + shift - cell.x))),
    );
    y = band.bottom + step + Math.min(step, reach * 0.08);
  }
  const runs = passing.map((cells) =>
    cells.map(({ cell, row: i }) => ({ x: cell.x, ...(bands[i] ?? { top: 0, bottom: 0 }) })),
  );
  return { at, row, first, last, runs };
}
