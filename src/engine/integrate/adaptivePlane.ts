import { joined } from '../math/joined';
import { logAdd, logSumExp } from '../math/logSum';
import { cellWeights, hiddenLog, interpolated, perCell, tailOfSeries } from './cellShape';
import { type Cubature, type LogIntegrand, logNormalDensity, placeLimit, roundingError } from './cubature';
import { panelRule, perPanel } from './legendre';
import { fitFrame, mapped, rowTotals } from './planeFrame';
import { evenSquares, quartered, ringSquares, type Square, squareAt } from './squares';

interface Cell extends Square {
  readonly places: readonly [Float64Array, Float64Array];
  /** log of the normal density at each node. */
  readonly normal: Float64Array;
  /** log of the cell's part of each integral: of the rows together, then of the moments. */
  readonly logs: readonly number[];
  /** The integrand at the nodes, the normal density included, over exp top. */
  readonly values: Float64Array;
  readonly top: number;
  /** What a polynomial through the nodes may be off, over the largest of the values; 1 where that says nothing. */
  readonly tail: number;
  /** log of the same for a polynomial through the logarithms, over the cell. */
  readonly logTail: number;
  /** log of each integral by the highest of the outermost nodes on each side. */
  readonly sides: readonly (readonly number[])[];
  /** log of what may lie between the nodes, going by how steeply the integrand falls from the highest; −Infinity where it is resolved. */
  readonly hidden: number;
  /** log of the estimated error of each integral; that of a cell which was never compared with its quarters is the whole. */
  readonly errors: readonly number[];
  /** log of its share of the change of each integral when it was made; −Infinity before that. */
  readonly changes: readonly number[];
}

/** Half the side of the first square of cells, in standard deviations of the integrand; it doubles as long as something lies at its edge. */
const firstReach = 9;
const firstCells = 5;
const furthest = 600;
/** How far out a moment is followed: beyond it the normal's tail is no longer a number. */
const furthestMoment = 40;
const deepest = 26;
/** log of the share of an integral below which nothing matters. */
const negligible = -25;
/** The error over the integral that is worth its places, up to so many of them; beyond these it may grow with their third power. */
const target = 1e-7;
const worthwhile = 2 ** 15;
/** An error that is refined only as long as that divides it, and by how much at least. */
const [smallEnough, gain] = [1e-4, 0.3];
/** The error of a moment that is worth its places, over that of the integral. */
const lessForMoments = 4;
/** The error that a polynomial through the logarithms in one cell may bring to a quantile, and the places up to which it is worth them. */
const smoothTarget = 1e-6;
const smoothPlaces = 2 ** 14;
/** Looks between the nodes of each cell that matters, all over the square, and over the prior. */
const [ownLooks, squareLooks, priorLooks] = [3, 256, 128];
const mostLooks = 3;
const priorReach = 8;

/** A cubature, cell by cell: the nodes of each lie as `cellShape` says. */
export interface PlaneCubature extends Cubature {
  /** Which of the moments are infinite. */
  readonly diverges: readonly boolean[];
}

/**
 * An integral over two independent standard normals: a frame is fitted to where the integrand is, and in it Gauss–Legendre cells are
 * quartered where the error is, until all of it is small. The change from a cell to its quarters is the error of the cell; that of the
 * quarters is less by as much as their series have come to their ends. When all is settled, a second look at places between the nodes
 * has to find what the polynomials through them say.
 * @param limit places at which it is left as it is
 * @param moments 0, or 2: the last rows of f, which are the same times |z| and z² of something: the second is integrated as well, or the
 * first where that alone is finite
 * @param smooth whether polynomials through the logarithms in each cell are wanted, for quantiles
 */
export function* adaptivePlane(
  f: LogIntegrand,
  limit = placeLimit,
  moments: 0 | 2 = 0,
  smooth = false,
): Generator<null, PlaneCubature> {
  /** The highest log of the integrand so far, without the normal density. */
  let highest = Number.NEGATIVE_INFINITY;
  const fitted = yield* fitFrame(function* (places) {
    const rows = yield* f(places);
    const own = rows.slice(0, rows.length - moments);
    highest = Math.max(highest, highestOf(rowTotals(own)));
    return own;
  });
  let { evaluations } = fitted;
  const { frame } = fitted;
  const logArea = Math.log(frame.a * frame.c);
  /** Where the second moment has no end: log of a scale at which the absolute value, which has a corner, goes over into a constant. */
  let softened: number | null = null;

  /** For each place log of the integrand, the normal density included, and of each of its moments. */
  function* look(places: readonly [Float64Array, Float64Array]) {
    evaluations += places[0].length;
    const rows = yield* f(places);
    const normal = logNormalDensity(places);
    const given = rowTotals(rows.slice(0, rows.length - moments));
    highest = Math.max(highest, highestOf(given));
    const mass = given.map((log, i) => log + normal[i]!);
    const others = rows.slice(rows.length - moments).map((row) => row.map((log, i) => log + normal[i]!));
    if (softened !== null) {
      const scale = 2 * softened;
      others[0] = others[1]!.map((log, i) => (log === mass[i]! ? log : mass[i]! + 0.5 * logAdd(scale, log - mass[i]!)));
    }
    return { normal, logs: [mass, ...others] };
  }

  function* made(squares: readonly Square[]): Generator<null, Cell[]> {
    const count = squares.length * perCell;
    const places: [Float64Array, Float64Array] = [new Float64Array(count), new Float64Array(count)];
    squares.forEach(({ x, y, width }, c) => {
      for (let n = 0; n < perCell; n++) {
        const [across, up] = [panelRule.nodes[Math.floor(n / perPanel)]!, panelRule.nodes[n % perPanel]!];
        const [s, t] = mapped(frame, x + 0.5 * width * across, y + 0.5 * width * up);
        places[0][c * perCell + n] = s;
        places[1][c * perCell + n] = t;
      }
    });
    const { normal, logs } = yield* look(places);
    return squares.map((square, c) => {
      const [start, end] = [c * perCell, (c + 1) * perCell];
      const area = logArea + 2 * Math.log(square.width);
      const own = logs.map((row) => row.subarray(start, end));
      const integrals = own.map((row) => area + logOfSum(row));
      const top = highestOf(own[0]!);
      const values = own[0]!.map((log) => (top === Number.NEGATIVE_INFINITY ? 0 : Math.exp(log - top)));
      const tail = Math.min(1, tailOfSeries(values));
      const hidden = hiddenLog(own[0]!, (n) => normal[start + n]! + highest + higher) + area;
      return {
        ...square,
        places: [places[0].subarray(start, end), places[1].subarray(start, end)] as const,
        normal: normal.subarray(start, end),
        logs: integrals,
        values,
        top,
        tail,
        logTail: smooth
          ? area + top + Math.log(Math.min(tail, logarithmTail(own[0]!, values)))
          : Number.NEGATIVE_INFINITY,
        sides: own.map((row) => sidesOf(row, area)),
        hidden,
        errors: withHidden(integrals, integrals, hidden),
        changes: integrals.map(() => Number.NEGATIVE_INFINITY),
      };
    });
  }

  let reach = firstReach;
  let cells = yield* made(evenSquares(firstReach, firstCells));
  const diverges = moments === 0 ? [] : yield* endless(look, cells, frame.middle);
  if (diverges[1] === true && diverges[0] === false) {
    const totals = totalsOf(cells);
    softened = totals[1]! - totals[0]!;
    cells = yield* made(evenSquares(firstReach, firstCells));
  }
  /** The integrals that are refined: the first, and the highest moment that there is. */
  const watched = [0, ...(moments === 0 || diverges[0] === true ? [] : [diverges[1] === true ? 1 : 2])];
  const spread = Math.max(frame.a, Math.hypot(frame.b, frame.c));
  const mayExtend = () => 2 * reach <= furthest;
  const isFollowed = (k: number) => k === 0 || reach * spread < furthestMoment;
  function* extended(): Generator<null, void> {
    cells = [...cells, ...(yield* made(ringSquares(reach)))];
    reach *= 2;
  }
  const goesOn = () => {
    const totals = totalsOf(cells);
    return mayExtend() && watched.some((k) => isFollowed(k) && totals[k]! + negligible < edgeLog(cells, reach, k));
  };
  while (goesOn()) yield* extended();

  const errorOf = (totals: readonly number[]) => {
    const relative = watched.map((k) =>
      totals[k] === Number.NEGATIVE_INFINITY
        ? 0
        : Math.exp(logSumExp(cells.map(({ errors }) => errors[k]!)) - totals[k]!),
    );
    return Math.min(1, Math.max(...relative));
  };
  let looked = 0;
  let before = Number.POSITIVE_INFINITY;
  const surprising = new Set<Cell>();
  for (;;) {
    const totals = totalsOf(cells);
    if (totals[0] === Number.NEGATIVE_INFINITY) break;
    const mattering = cells.filter(({ logs }) => logs[0]! > totals[0]! + negligible);
    const urgent = cells.filter(
      (cell) => cell.depth < deepest && (surprising.has(cell) || isBesideNothing(cell, mattering)),
    );
    const split = new Set(urgent);
    const goal = target * Math.max(1, evaluations / worthwhile) ** 3;
    for (const k of watched)
      for (const cell of worst(cells, totals, k, k === 0 ? goal : lessForMoments * goal)) split.add(cell);
    if (smooth) {
      const most = totals[0]! + Math.log(smoothTarget * Math.max(1, evaluations / smoothPlaces) ** 2);
      for (const cell of cells) if (cell.depth < deepest && cell.logTail > most) split.add(cell);
    }
    const error = errorOf(totals);
    const isWorth = error > smallEnough || error < gain * before || evaluations < worthwhile / 2;
    before = error;
    const chosen = isWorth ? [...split] : urgent;
    if (chosen.length === 0) {
      if (looked === mostLooks) break;
      surprising.clear();
      const found = yield* secondLook(looked++, totals[0]!);
      for (const cell of found.cells) surprising.add(cell);
      if (found.isOutside && mayExtend()) yield* extended();
      else if (surprising.size === 0) break;
      continue;
    }
    const room = Math.floor((limit - evaluations) / (4 * perCell));
    if (room <= 0) break;
    chosen.splice(room);
    const quarters = yield* made(chosen.flatMap(quartered));
    const after = totals.map((log, k) => Math.max(log, logSumExp(quarters.map(({ logs }) => logs[k]!))));
    const divided = new Set(chosen);
    const kept = cells.filter((cell) => !divided.has(cell));
    chosen.forEach((cell, i) => {
      kept.push(...compared(cell, quarters.slice(4 * i, 4 * i + 4), after));
    });
    cells = kept;
    while (goesOn() && evaluations < limit) yield* extended();
  }

  /** Cells in which the integrand is not what the polynomial through their nodes says, and whether something lies outside of all. */
  function* secondLook(turn: number, total: number): Generator<null, { cells: Cell[]; isOutside: boolean }> {
    const mattering = cells.filter(({ logs }) => logs[0]! > total + negligible);
    const spots: { readonly u: number; readonly v: number; readonly cell: Cell | null }[] = [];
    const start = 1 + turn * 7919;
    mattering.forEach((cell, c) => {
      for (let i = 0; i < ownLooks; i++) {
        const [u, v] = evenly(start + c * ownLooks + i);
        spots.push({ u: cell.x + cell.width * (u - 0.5), v: cell.y + cell.width * (v - 0.5), cell });
      }
    });
    for (let i = 0; i < squareLooks; i++) {
      const [u, v] = evenly(start + i).map((share) => reach * (2 * share - 1)) as [number, number];
      spots.push({ u, v, cell: squareAt(cells, u, v) });
    }
    for (let i = 0; i < priorLooks; i++) {
      const [s, t] = evenly(start + i).map((share) => priorReach * (2 * share - 1)) as [number, number];
      const u = (s - frame.middle[0]) / frame.a;
      const v = (t - frame.middle[1] - frame.b * u) / frame.c;
      if (Math.max(Math.abs(u), Math.abs(v)) > reach) spots.push({ u, v, cell: null });
    }
    const mappedSpots = spots.map(({ u, v }) => mapped(frame, u, v));
    const { logs } = yield* look([
      Float64Array.from(mappedSpots, ([s]) => s),
      Float64Array.from(mappedSpots, ([, t]) => t),
    ]);
    const found = new Set<Cell>();
    let isOutside = false;
    const outsideArea = Math.log((2 * priorReach) ** 2 / priorLooks);
    spots.forEach(({ u, v, cell }, i) => {
      const log = logs[0]![i]!;
      if (cell === null) {
        if (log + outsideArea > total + negligible) isOutside = true;
        return;
      }
      const area = logArea + 2 * Math.log(cell.width);
      const scale = Math.exp(cell.top + area - total);
      const said = interpolated(cell.values, (2 * (u - cell.x)) / cell.width, (2 * (v - cell.y)) / cell.width);
      const off = Math.abs(Math.exp(log + area - total) - (scale === 0 ? 0 : scale * said));
      if (cell.depth < deepest && off > surprise * cell.tail * scale + unnoticed) found.add(cell);
    });
    return { cells: [...found], isOutside };
  }

  const totals = totalsOf(cells);
  const kept = cells.filter(({ logs }) => logs.some((log, k) => log > totals[k]! + unseen));
  return {
    places: [0, 1].map((j) => joined(kept.map(({ places }) => places[j]!))),
    logWeights: joined(
      kept.map(({ normal, width }) => {
        const area = logArea + 2 * Math.log(width);
        return normal.map((log, n) => log + logCellWeights[n]! + area);
      }),
    ),
    log: totals[0]!,
    relativeError: totals[0] === Number.NEGATIVE_INFINITY ? 0 : Math.max(errorOf(totals), roundingError),
    evaluations,
    diverges,
  };
}

/** How many times what the series leaves out a place may be off, and the share of the integral that is nothing. */
const [surprise, unnoticed] = [16, 1e-9];

/** log of the share of all integrals with which a cell is left out. */
const unseen = -30;

function totalsOf(cells: readonly Cell[]): number[] {
  return cells[0]!.logs.map((_, k) => logSumExp(cells.map(({ logs }) => logs[k]!)));
}

/** How much higher than anything seen the integrand may be, without the normal density. */
const higher = 2;

function highestOf(logs: Float64Array): number {
  return logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}

const logCellWeights = cellWeights.map(Math.log);
const terms = new Float64Array(perCell);

/** log of the mean of exp over a cell. */
function logOfSum(logs: Float64Array): number {
  for (let n = 0; n < perCell; n++) terms[n] = logs[n]! + logCellWeights[n]!;
  return logSumExp(terms);
}

/** What a polynomial through the logarithms may be off, weighed by the values of their lines; not less than 1 where one of them is none. */
function logarithmTail(logs: Float64Array, values: Float64Array): number {
  if (logs.includes(Number.NEGATIVE_INFINITY)) return 1;
  return tailOfSeries(logs, values);
}

/** Room for convergence that goes on less fast than it was, and the change of a cell, over all of it, from which on it is one at all. */
const [slower, converging] = [8, 0.03];

/**
 * The quarters of a cell with their errors. Their change is the error of the cell itself, and theirs where that is not known to fall; where
 * it fell the last time, it falls by as much once more, but for some room.
 */
function compared(cell: Cell, quarters: readonly Cell[], totals: readonly number[]): Cell[] {
  const rough = quarters.map(({ tail, logs }) => Math.log(tail) + logs[0]!);
  const all = logSumExp(rough);
  const found = totals.map((total, k) => {
    const now = logSumExp(quarters.map(({ logs }) => logs[k]!));
    const change = Math.abs(Math.exp(now - total) - Math.exp(cell.logs[k]! - total));
    if (!(change > 0)) return { change: Number.NEGATIVE_INFINITY, factor: 1 };
    const log = Math.log(change) + total;
    const before = cell.changes[k]!;
    const hasEnd = quarters.some(({ values }) => values.includes(0));
    const isKnown = !hasEnd && before > Number.NEGATIVE_INFINITY && before < now + Math.log(converging);
    return { change: log, factor: isKnown ? Math.min(1, slower * Math.exp(log - before)) : 1 };
  });
  return quarters.map((quarter, q) => {
    const share = all === Number.NEGATIVE_INFINITY ? Math.log(0.25) : rough[q]! - all;
    return {
      ...quarter,
      changes: found.map(({ change }) => change + share),
      errors: withHidden(
        found.map(({ change, factor }) => change + share + Math.log(factor)),
        quarter.logs,
        quarter.hidden,
      ),
    };
  });
}

/** The errors of a cell's integrals with what may lie between its nodes. */
function withHidden(errors: readonly number[], logs: readonly number[], hidden: number): number[] {
  if (hidden === Number.NEGATIVE_INFINITY) return [...errors];
  return errors.map((error, k) => logAdd(error, hidden + Math.max(0, logs[k]! - logs[0]!)));
}

/** The cells with the largest errors of an integral, without which the others' errors together are small. */
function worst(cells: readonly Cell[], totals: readonly number[], k: number, goal: number): Cell[] {
  const shares = cells
    .filter(({ depth }) => depth < deepest)
    .map((cell) => ({ cell, share: Math.min(1, Math.exp(cell.errors[k]! - totals[k]!)) }))
    .sort((a, b) => b.share - a.share);
  let rest = shares.reduce((sum, { share }) => sum + share, 0);
  if (rest <= goal) return [];
  let count = 0;
  while (count < shares.length && rest > goal / 4) rest -= shares[count++]!.share;
  return shares.slice(0, count).map(({ cell }) => cell);
}

/** log of what an integral may have beyond the edge of the square, going by the outermost nodes. */
function edgeLog(cells: readonly Cell[], reach: number, k: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const { x, y, width, sides } of cells) {
    const out = reach - 0.51 * width;
    const own = sides[k]!;
    if (x < -out) most = Math.max(most, own[0]!);
    if (x > out) most = Math.max(most, own[1]!);
    if (y < -out) most = Math.max(most, own[2]!);
    if (y > out) most = Math.max(most, own[3]!);
  }
  return most;
}

/** The highest log among the outermost nodes to the left, to the right, below and above. */
function sidesOf(logs: Float64Array, area: number): number[] {
  const most = [0, 1, 2, 3].map(() => Number.NEGATIVE_INFINITY);
  for (let i = 0; i < perPanel; i++) {
    const last = perPanel - 1;
    const at = [i, last * perPanel + i, i * perPanel, i * perPanel + last];
    at.forEach((n, side) => {
      most[side] = Math.max(most[side]!, logs[n]! + area);
    });
  }
  return most;
}

/** Places spread evenly over the unit square, by the plastic number. */
function evenly(i: number): [number, number] {
  return [(i * 0.754_877_666_246_692_8) % 1, (i * 0.569_840_290_998_053_2) % 1];
}

/** Directions in which it is looked whether a moment has an end, and how far: near to where the normal's tail is no longer a number. */
const directions = 64;
const farTails = [30, 37] as const;
/** Far out, this much below the whole integral is nothing. */
const farNegligible = -40;

/** Which moments have integrands that do not fall any more far out, where they still matter: there is no end to these. */
function* endless(
  look: (places: readonly [Float64Array, Float64Array]) => Generator<null, { readonly logs: readonly Float64Array[] }>,
  cells: readonly Cell[],
  [s, t]: readonly [number, number],
): Generator<null, boolean[]> {
  const angle = (i: number) => (2 * Math.PI * (i % directions)) / directions;
  const radius = (i: number) => farTails[i < directions ? 0 : 1];
  const place = (middle: number, f: (angle: number) => number) =>
    Float64Array.from({ length: 2 * directions }, (_, i) => middle + radius(i) * f(angle(i)));
  const { logs } = yield* look([place(s, Math.cos), place(t, Math.sin)]);
  const totals = totalsOf(cells);
  return logs.slice(1).map((row, k) => {
    const [near, far] = [logSumExp(row.subarray(0, directions)), logSumExp(row.subarray(directions))];
    return far > totals[k + 1]! + farNegligible && far > near - 1;
  });
}

/** Quarterings of cells in which nothing was found. */
const deepestNothing = 5;

/** Whether nothing was found in a cell that touches others that matter: an edge of the integrand may lie between its nodes. */
function isBesideNothing(cell: Cell, mattering: readonly Cell[]): boolean {
  if (cell.logs[0]! > Number.NEGATIVE_INFINITY || cell.depth >= deepestNothing) return false;
  return mattering.some(({ x, y, width }) => {
    const reach = 0.5001 * (width + cell.width);
    return Math.abs(x - cell.x) < reach && Math.abs(y - cell.y) < reach;
  });
}
