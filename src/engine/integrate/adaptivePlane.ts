import { gaussLegendre } from '../math/gaussLegendre';
import { joined } from '../math/joined';
import { logSumExp } from '../math/logSum';
import { type Cubature, cubatureTolerance, type LogIntegrand, logNormalDensity, placeLimit } from './cubature';

/** A linear map of the plane: s = middle + (a, 0; b, c) u. */
interface Frame {
  readonly middle: readonly [number, number];
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly depth: number;
  readonly places: readonly [Float64Array, Float64Array];
  readonly logWeights: Float64Array;
  /** log of the cell's integral. */
  readonly log: number;
  /** What log of the integral may be, going by how steeply the integrand falls from the highest node; −Infinity where it is resolved. */
  readonly possible: number;
}

const rule = gaussLegendre(5);
const perCell = rule.nodes.length ** 2;
/** Half the side of the square of cells, in standard deviations of the integrand. */
const reach = 9;
const firstCells = 9;
const deepest = 24;
/** Errors below it may be rounding. */
const rounding = 1e-4;
/** Cells this far below the whole do not matter. */
const negligible = -30;

/**
 * An integral over two independent standard normals: a frame is fitted to where the integrand is, and in it Gauss–Legendre cells
 * are quartered until the quarters agree with the whole.
 * @param limit places at which it is left as it is
 */
export function* adaptivePlane(f: LogIntegrand, limit = placeLimit): Generator<null, Cubature> {
  const fitted = yield* fitFrame(f);
  let { evaluations } = fitted;
  const { frame } = fitted;
  const jacobian = Math.log(frame.a * frame.c);
  function* made(squares: readonly { x: number; y: number; width: number; depth: number }[]): Generator<null, Cell[]> {
    const count = squares.length * perCell;
    const places: [Float64Array, Float64Array] = [new Float64Array(count), new Float64Array(count)];
    squares.forEach(({ x, y, width }, i) => {
      rule.nodes.forEach((across, j) => {
        rule.nodes.forEach((up, k) => {
          const at = i * perCell + j * rule.nodes.length + k;
          const [s, t] = mapped(frame, x + 0.5 * width * across, y + 0.5 * width * up);
          places[0][at] = s;
          places[1][at] = t;
        });
      });
    });
    evaluations += count;
    const logs = totals(yield* f(places), count);
    const normal = logNormalDensity(places);
    const whole = logs.map((log, i) => log + normal[i]!);
    const own = rule.weights.flatMap((one) => rule.weights.map((two) => Math.log((one * two) / 4)));
    return squares.map((square, i) => {
      const [start, end] = [i * perCell, (i + 1) * perCell];
      const logWeights = Float64Array.from(
        own,
        (weight, j) => weight + 2 * Math.log(square.width) + jacobian + normal[start + j]!,
      );
      return {
        ...square,
        places: [places[0].slice(start, end), places[1].slice(start, end)] as const,
        logWeights,
        log: logSumExp(logWeights.map((weight, j) => weight + logs[start + j]!)),
        possible: possibleLog(whole.subarray(start, end)) + 2 * Math.log(square.width) + jacobian,
      };
    });
  }

  const width = (2 * reach) / firstCells;
  const grid = Array.from({ length: firstCells ** 2 }, (_, i) => ({
    x: -reach + width * (0.5 + (i % firstCells)),
    y: -reach + width * (0.5 + Math.floor(i / firstCells)),
    width,
    depth: 0,
  }));
  let cells = yield* made(grid);
  const settled = new Set<Cell>();
  let relativeError = 0;
  let before = Number.POSITIVE_INFINITY;
  for (;;) {
    const total = logSumExp(cells.map(({ log }) => log));
    const mattering = cells.filter((cell) => cell.log > total + negligible);
    const split = cells.filter(
      (cell) =>
        cell.depth < deepest &&
        ((cell.log > total + negligible && !settled.has(cell)) ||
          cell.possible > total + negligible ||
          isBesideNothing(cell, mattering)),
    );
    if (split.length === 0) break;
    if (evaluations + 4 * split.length * perCell > limit) {
      // What was not looked into may be as large as what was found.
      if (split.some(({ possible }) => possible > total + negligible)) relativeError = 1;
      break;
    }
    const quarters = yield* made(
      split.flatMap(({ x, y, width: side, depth }) =>
        [-1, 1].flatMap((across) =>
          [-1, 1].map((up) => ({
            x: x + (across * side) / 4,
            y: y + (up * side) / 4,
            width: side / 2,
            depth: depth + 1,
          })),
        ),
      ),
    );
    relativeError = 0;
    const after = Math.max(total, logSumExp(quarters.map(({ log }) => log)));
    const divided = new Set(split);
    const kept = cells.filter((cell) => !divided.has(cell));
    split.forEach((cell, i) => {
      const four = quarters.slice(4 * i, 4 * i + 4);
      const now = Math.exp(logSumExp(four.map(({ log }) => log)) - after);
      const change = Math.abs(now - Math.exp(cell.log - after));
      relativeError += change;
      if (change <= cubatureTolerance / 16) for (const quarter of four) settled.add(quarter);
      kept.push(...four);
    });
    cells = kept;
    // Halving a smooth integrand's cells divides their error by hundreds; where it does not, the rest is the rounding of single precision.
    const searching = cells.some(({ possible, depth }) => depth < deepest && possible > total + negligible);
    if (!searching && relativeError < rounding && relativeError > 0.3 * before) break;
    before = relativeError;
  }
  return {
    places: [0, 1].map((j) => joined(cells.map(({ places }) => places[j]!))),
    logWeights: joined(cells.map(({ logWeights }) => logWeights)),
    log: logSumExp(cells.map(({ log }) => log)),
    relativeError,
    evaluations,
  };
}

/** A fall from the highest node of a cell to those beside it that leaves what lies between them unknown. */
const steep = 3;

/**
 * How high the integrand may rise between a cell's nodes: as far again above the highest as it falls to the next.
 * @returns −Infinity where it falls gently
 */
function possibleLog(logs: Float64Array): number {
  const side = rule.nodes.length;
  let top = 0;
  for (let i = 1; i < logs.length; i++) if (logs[i]! > logs[top]!) top = i;
  const here = logs[top]!;
  if (here === Number.NEGATIVE_INFINITY) return here;
  const [row, column] = [Math.floor(top / side), top % side];
  let fall = 0;
  for (const [j, k] of [
    [row - 1, column],
    [row + 1, column],
    [row, column - 1],
    [row, column + 1],
  ] as const) {
    if (j < 0 || k < 0 || j >= side || k >= side) continue;
    const beside = logs[j * side + k]!;
    if (beside > Number.NEGATIVE_INFINITY) fall = Math.max(fall, here - beside);
  }
  return fall > steep ? here + fall : Number.NEGATIVE_INFINITY;
}

/** Quarterings of cells in which nothing was found. */
const deepestNothing = 5;

/** Whether nothing was found in a cell that touches others that matter: an edge of the integrand may lie between its nodes. */
function isBesideNothing(cell: Cell, mattering: readonly Cell[]): boolean {
  if (cell.log > Number.NEGATIVE_INFINITY || cell.depth >= deepestNothing) return false;
  return mattering.some(({ x, y, width }) => {
    const reach = 0.5001 * (width + cell.width);
    return Math.abs(x - cell.x) < reach && Math.abs(y - cell.y) < reach;
  });
}

/** Nodes on each side of the grid that a frame is fitted on. */
const side = 28;
const rounds = 60;
/** Nodes that must share the weight, at least, before a fit is believed. */
const enough = 14;

/**
 * Finds middle and spread of the integrand by its moments on a grid. Where it is too narrow for the grid its logarithm is flattened by a factor
 * until enough nodes share the weight; the next grid lies about what that finds.
 */
function* fitFrame(f: LogIntegrand): Generator<null, { frame: Frame; evaluations: number }> {
  let frame: Frame = { middle: [0, 0], a: 10 / 6, b: 0, c: 10 / 6 };
  const count = side * side;
  let evaluations = 0;
  let before = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const places: [Float64Array, Float64Array] = [new Float64Array(count), new Float64Array(count)];
    for (let i = 0; i < count; i++) {
      const [s, t] = mapped(frame, gridPlace(i % side), gridPlace(Math.floor(i / side)));
      places[0][i] = s;
      places[1][i] = t;
    }
    evaluations += count;
    const normal = logNormalDensity(places);
    const logs = totals(yield* f(places), count).map((log, i) => log + normal[i]!);
    const power = flattening(logs);
    if (power === null) return { frame, evaluations };
    const next = moments(places, logs, power, frame);
    const area = Math.log(next.a * next.c);
    const steady = power === 1 && Math.abs(area - before) < 0.1;
    before = area;
    frame = next;
    if (steady) break;
  }
  return { frame, evaluations };
}

function gridPlace(i: number): number {
  return -6 + (12 * (i + 0.5)) / side;
}

/** The largest power up to 1 at which enough nodes share the weight; null where all are 0. */
function flattening(logs: Float64Array): number | null {
  const top = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (top === Number.NEGATIVE_INFINITY) return null;
  const sharing = (power: number) => {
    let [sum, squares] = [0, 0];
    for (const log of logs) {
      const weight = Math.exp(power * (log - top));
      sum += weight;
      squares += weight * weight;
    }
    return (sum * sum) / squares;
  };
  const possible = logs.filter((log) => log > Number.NEGATIVE_INFINITY).length;
  const goal = Math.min(enough, 0.9 * possible);
  if (sharing(1) >= goal) return 1;
  let [low, high] = [0, 1];
  // By halves of the logarithm: the power may be as small as 1e-12.
  for (let i = 0; i < 60; i++) {
    const middle = low === 0 ? high / 8 : Math.sqrt(low * high);
    if (sharing(middle) >= goal) low = middle;
    else high = middle;
    if (low > 0 && high / low < 1.05) break;
  }
  return low > 0 ? low : high;
}

/** @param grid the frame of the places: what lies between them is at least a part of their distance wide */
function moments(places: readonly Float64Array[], logs: Float64Array, power: number, grid: Frame): Frame {
  const top = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const weights = logs.map((log) => Math.exp(power * (log - top)));
  const sum = weights.reduce((a, b) => a + b, 0);
  const mean = places.map((place) => place.reduce((total, s, i) => total + s * weights[i]!, 0) / sum);
  const covariance = (j: number, k: number) =>
    weights.reduce((total, w, i) => total + w * (places[j]![i]! - mean[j]!) * (places[k]![i]! - mean[k]!), 0) / sum;
  const within = (12 / side) ** 2 / 12;
  const a = Math.sqrt(covariance(0, 0) + within * grid.a ** 2);
  const b = (covariance(0, 1) + within * grid.a * grid.b) / a;
  const c = Math.sqrt(Math.max(covariance(1, 1) + within * (grid.b ** 2 + grid.c ** 2) - b * b, within * grid.c ** 2));
  return { middle: [mean[0]!, mean[1]!], a, b, c };
}

function mapped({ middle, a, b, c }: Frame, u: number, v: number): [number, number] {
  return [middle[0] + a * u, middle[1] + b * u + c * v];
}

function totals(rows: readonly Float64Array[], count: number): Float64Array {
  if (rows.length === 1) return rows[0]!;
  return Float64Array.from({ length: count }, (_, i) => logSumExp(rows.map((row) => row[i]!)));
}
