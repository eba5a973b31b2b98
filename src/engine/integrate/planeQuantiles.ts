import { quantileLevels } from '../api/query';
import { cellCoefficients, perCell } from './cellShape';
import { legendre, legendreAtNodes, panelRule, perPanel, polynomial, polynomialIntegral } from './legendre';

/** Quantiles at `quantileLevels`, and how far the probability of each may be off. */
export interface PlaneQuantiles {
  readonly quantiles: Float64Array;
  readonly error: number;
}

/** Of all the probability; a cell with less does not move a quantile. */
const negligible = 1e-12;

/**
 * Quantiles at `quantileLevels` of a number that is a smooth function of the place on a plane, in each joint state of its own: between the
 * nodes of a cell the number and the logarithm of the density are polynomials. The probability below a value is that of the cells below
 * it, and in the cells through which its level line goes, an integral over one direction of integrals up to the line.
 * @param values states × nodes; each state's nodes cell by cell, as `cellShape` says
 * @param weights of the same, summing to 1
 */
export function planeQuantiles(values: Float64Array, weights: Float64Array): PlaneQuantiles {
  const cells: Piece[] = [];
  for (let start = 0; start < weights.length; start += perCell) {
    const own = weights.subarray(start, start + perCell);
    const mass = own.reduce((a, b) => a + b, 0);
    if (mass > negligible) cells.push(pieceOf(values.subarray(start, start + perCell), own, mass));
  }
  const total = cells.reduce((sum, { mass }) => sum + mass, 0);
  cells.sort((a, b) => a.high - b.high);
  /** The probability of the cells up to each one. */
  const before = new Float64Array(cells.length + 1);
  cells.forEach(({ mass }, i) => {
    before[i + 1] = before[i]! + mass;
  });
  const crossed = (x: number) => {
    const first = firstIndex(cells.length, (i) => cells[i]!.high > x);
    return { below: before[first]!, cells: cells.slice(first).filter(({ low }) => low < x) };
  };
  const upTo = (x: number) => {
    const { below, cells: own } = crossed(x);
    const masses = own.map((cell) => massUpTo(cell, x, perPanel, 0));
    return { probability: (below + masses.reduce((sum, { mass }) => sum + mass, 0)) / total, cells: own, masses };
  };
  const roughly = (x: number) => {
    const { below, cells: own } = crossed(x);
    return (below + own.reduce((sum, cell) => sum + cell.mass * share(cell, x), 0)) / total;
  };
  const lowest = cells.reduce((least, { low }) => Math.min(least, low), Number.POSITIVE_INFINITY);
  const highest = cells.reduce((most, { high }) => Math.max(most, high), Number.NEGATIVE_INFINITY);
  let error = 0;
  const quantiles = Float64Array.from(quantileLevels, (level) => {
    let found = { probability: 0, cells: [] as Piece[], masses: [] as Mass[] };
    const f = (x: number) => {
      found = upTo(x);
      return found.probability;
    };
    const x = reached(f, roughly, level, lowest, highest);
    // What one degree less of the polynomials changes, cell by cell, and what was left to the nodes.
    const off = found.cells.reduce((sum, cell, i) => {
      const { mass, unsure } = found.masses[i]!;
      return sum + Math.abs(mass - massUpTo(cell, x, perPanel - 1, 0).mass) + unsure;
    }, 0);
    error = Math.max(error, off / total + enough);
    return x;
  });
  return { quantiles, error };
}

/** The first of some indices from which on a condition holds. */
function firstIndex(count: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A cell, or a part of one, in one joint state. */
interface Piece {
  readonly mass: number;
  readonly low: number;
  readonly high: number;
  /** Coefficients of the value by both directions, of the first that changes most first. */
  readonly value: Float64Array;
  /** The same of the density over a mass of 1, or of its logarithm. */
  readonly density: Float64Array;
  readonly isLog: boolean;
  /** Whether the value goes one way along the first direction. */
  readonly monotone: boolean;
  /** Whether its level lines are straight. */
  readonly isAffine: boolean;
  /** Values and weights at the nodes, where no polynomial is fine enough. */
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

const areaWeights = panelRule.weights.flatMap((one) => panelRule.weights.map((two) => (one * two) / 4));

function pieceOf(values: Float64Array, weights: Float64Array, mass: number): Piece {
  const isLog = weights.every((weight) => weight > 0);
  const densities = weights.map((weight, n) => weight / (mass * areaWeights[n]!));
  const [value, density] = [cellCoefficients(values), cellCoefficients(isLog ? densities.map(Math.log) : densities)];
  return piece(mass, value, density, isLog, values, weights);
}

function piece(
  mass: number,
  coefficients: Float64Array,
  densityCoefficients: Float64Array,
  isLog: boolean,
  values: Float64Array,
  weights: Float64Array,
): Piece {
  // Along the direction in which the value changes more it is more surely monotone.
  const turned = Math.abs(coefficients[1]!) > Math.abs(coefficients[perPanel]!);
  const value = turned ? transposed(coefficients) : coefficients;
  let [around, others, bent] = [0, 0, 0];
  for (let j = 0; j < perPanel; j++) {
    for (let k = 0; k < perPanel; k++) {
      const size = Math.abs(value[j * perPanel + k]!);
      if (j + k > 0) around += size;
      // |P_j′| is at most j (j + 1) / 2.
      if (j > 0 && j + k > 1) others += (size * j * (j + 1)) / 2;
      if (j + k > 1) bent += size;
    }
  }
  return {
    mass,
    low: value[0]! - around,
    high: value[0]! + around,
    value,
    density: turned ? transposed(densityCoefficients) : densityCoefficients,
    isLog,
    monotone: Math.abs(value[perPanel]!) > others,
    isAffine: bent <= 1e-12 * around,
    values,
    weights,
  };
}

function transposed(c: Float64Array): Float64Array {
  return c.map((_, i) => c[(i % perPanel) * perPanel + Math.floor(i / perPanel)]!);
}

/** The share of the nodes' weight at which the value is not above x. */
function share({ mass, values, weights }: Piece, x: number): number {
  let sum = 0;
  for (let n = 0; n < perCell; n++) if (values[n]! <= x) sum += weights[n]!;
  return sum / mass;
}

/** What values differ by, over them, where they are the same but for rounding. */
const same = 1e-13;
/** Halvings of a cell in both directions where the value goes no one way. */
const mostHalvings = 4;

interface Mass {
  readonly mass: number;
  /** The mass of what was left to the nodes. */
  readonly unsure: number;
}

/** The probability in a piece of values up to x, by polynomials of a degree below `terms`. */
function massUpTo(own: Piece, x: number, terms: number, halvings: number): Mass {
  if (x >= own.high) return { mass: own.mass, unsure: 0 };
  if (x <= own.low) return { mass: 0, unsure: 0 };
  if (own.high - own.low <= same * Math.abs(own.value[0]!))
    return { mass: x < own.value[0]! ? 0 : own.mass, unsure: 0 };
  if (own.monotone) return { mass: own.mass * massBelowLine(own, x, terms), unsure: 0 };
  if (halvings === mostHalvings) {
    const mass = own.mass * share(own, x);
    return { mass, unsure: own.mass };
  }
  let [mass, unsure] = [0, 0];
  for (const quarter of quarters(own)) {
    const found = massUpTo(quarter, x, terms, halvings + 1);
    mass += found.mass;
    unsure += found.unsure;
  }
  return { mass, unsure };
}

const quartersOf = new WeakMap<Piece, readonly Piece[]>();

function quarters(own: Piece): readonly Piece[] {
  let made = quartersOf.get(own);
  if (made === undefined) {
    made = [-1, 1].flatMap((across) => [-1, 1].map((up) => quarter(own, across, up)));
    quartersOf.set(own, made);
  }
  return made;
}

/** `legendre` at the nodes of the lower and the upper half of a panel. */
const atHalves = new Map([-1, 1].map((side) => [side, panelRule.nodes.map((u) => legendre(0.5 * (u + side)))]));

function quarter({ value, density, isLog, mass }: Piece, across: number, up: number): Piece {
  const [rows, columns] = [atHalves.get(across)!, atHalves.get(up)!];
  const at = (c: Float64Array) =>
    Float64Array.from({ length: perCell }, (_, n) => {
      const [p, q] = [rows[Math.floor(n / perPanel)]!, columns[n % perPanel]!];
      let sum = 0;
      for (let j = 0; j < perPanel; j++) {
        let inner = 0;
        for (let k = 0; k < perPanel; k++) inner += c[j * perPanel + k]! * q[k]!;
        sum += p[j]! * inner;
      }
      return sum;
    });
  const values = at(value);
  const logs = at(density);
  const weights = logs.map((d, n) => Math.max(0, isLog ? Math.exp(d) : d) * mass * 0.25 * areaWeights[n]!);
  const own = weights.reduce((a, b) => a + b, 0);
  // A density over the mass of the quarter.
  const scale = own > 0 ? (0.25 * mass) / own : 0;
  const scaled = isLog ? logs.map((d) => d + Math.log(scale)) : logs.map((d) => d * scale);
  return piece(own, cellCoefficients(values), cellCoefficients(scaled), isLog && own > 0, values, weights);
}

/** The share of a piece's mass in which the value, that goes one way along the first direction, is not above x. */
function massBelowLine({ value, density, isLog, isAffine }: Piece, x: number, terms: number): number {
  const rises = value[perPanel]! > 0;
  // Where the level line comes in or goes out, the integral over the second direction has corners.
  const cuts = [-1, ...(isAffine ? straightEnds(value, x) : endsOf(value, x, terms)), 1];
  let sum = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [from, to] = [cuts[i]!, cuts[i + 1]!];
    if (!(to > from)) continue;
    for (let n = 0; n < perPanel; n++) {
      const u = from + 0.5 * (to - from) * (1 + panelRule.nodes[n]!);
      const p = cuts.length === 2 ? legendreAtNodes[n]! : legendre(u);
      const place = isAffine
        ? Math.min(1, Math.max(-1, (x - value[0]! - value[1]! * u) / value[perPanel]!))
        : crossing(along(value, p, terms), x, rises);
      if (place === (rises ? -1 : 1)) continue;
      const inner = along(density, p, terms);
      const below = isLog ? exponentialIntegral(inner, place) : polynomialIntegral(inner, legendre(place));
      const whole = rises ? 0 : isLog ? exponentialIntegral(inner, 1) : 2 * inner[0]!;
      sum += 0.5 * (to - from) * panelRule.weights[n]! * (rises ? below : whole - below);
    }
  }
  return Math.min(1, Math.max(0, sum / 4));
}

/** The polynomial by the first direction at a place of the second. */
function along(c: Float64Array, p: Float64Array, terms: number): Float64Array {
  const made = new Float64Array(perPanel);
  for (let j = 0; j < terms; j++) {
    let sum = 0;
    for (let k = 0; k < terms; k++) sum += c[j * perPanel + k]! * p[k]!;
    made[j] = sum;
  }
  return made;
}

/** Parts of a side of a cell in which the value passes x once at most. */
const parts = 8;

/** The same where the level line is straight. */
function straightEnds(c: Float64Array, x: number): number[] {
  const ends = [-1, 1].map((end) => (x - c[0]! - end * c[perPanel]!) / c[1]!);
  return ends.filter((u) => u > -1 && u < 1).sort((a, b) => a - b);
}

/** Places of the second direction where the value is x at either end of the first, in their order. */
function endsOf(c: Float64Array, x: number, terms: number): number[] {
  const found: number[] = [];
  for (const end of [-1, 1]) {
    const side = new Float64Array(perPanel);
    for (let k = 0; k < terms; k++) {
      for (let j = 0; j < terms; j++) side[k]! += c[j * perPanel + k]! * (end < 0 && j % 2 === 1 ? -1 : 1);
    }
    let before = polynomial(side, -1) - x;
    for (let i = 1; i <= parts; i++) {
      const to = -1 + (2 * i) / parts;
      const here = polynomial(side, to) - x;
      if (before < 0 !== here < 0) found.push(root(side, x, to - 2 / parts, to));
      before = here;
    }
  }
  return found.sort((a, b) => a - b);
}

/** Where a polynomial passes x between two places, on the two sides of which it lies: false position, Illinois’ way. */
function root(c: Float64Array, x: number, from: number, to: number): number {
  let [a, b] = [from, to];
  let [fa, fb] = [polynomial(c, a) - x, polynomial(c, b) - x];
  for (let i = 0; i < 60 && Math.abs(b - a) > 1e-14; i++) {
    const middle = b - (fb * (b - a)) / (fb - fa);
    const value = polynomial(c, middle) - x;
    if (value === 0 || middle === b) return middle;
    if (value < 0 !== fb < 0) [a, fa] = [b, fb];
    else fa *= 0.5;
    if (Math.abs(middle - b) < 1e-13) return middle;
    [b, fb] = [middle, value];
  }
  return b;
}

/** Where a polynomial that goes one way passes x in [−1, 1]; the end that is nearer to it where it does not. */
function crossing(c: Float64Array, x: number, rises: boolean): number {
  const [first, last] = [polynomial(c, -1) - x, polynomial(c, 1) - x];
  if (rises ? first >= 0 : first <= 0) return -1;
  if (rises ? last <= 0 : last >= 0) return 1;
  let isLine = true;
  for (let k = 2; k < perPanel; k++) if (Math.abs(c[k]!) > 1e-15 * Math.abs(c[1]!)) isLine = false;
  return isLine ? (x - c[0]!) / c[1]! : root(c, x, -1, 1);
}

/** ∫ exp of a polynomial from −1 to a place. */
function exponentialIntegral(c: Float64Array, to: number): number {
  const half = 0.5 * (to + 1);
  let sum = 0;
  for (let i = 0; i < perPanel; i++) {
    const log = to === 1 ? atNode(c, i) : polynomial(c, -1 + half * (1 + panelRule.nodes[i]!));
    sum += panelRule.weights[i]! * Math.exp(log);
  }
  return half * sum;
}

function atNode(c: Float64Array, i: number): number {
  const p = legendreAtNodes[i]!;
  let sum = 0;
  for (let k = 0; k < perPanel; k++) sum += c[k]! * p[k]!;
  return sum;
}

/**
 * Where a distribution function reaches a level: first by a rough one, then by the secants of the right one, kept between places where it is
 * known to lie below and above.
 */
function reached(
  f: (x: number) => number,
  roughly: (x: number) => number,
  level: number,
  lowest: number,
  highest: number,
): number {
  let [low, high] = [lowest, highest];
  for (let i = 0; i < 40 && high - low > 1e-4 * (highest - lowest); i++) {
    const middle = 0.5 * (low + high);
    if (roughly(middle) < level) low = middle;
    else high = middle;
  }
  let here = 0.5 * (low + high);
  const near = 0.01 * (highest - lowest);
  let slope = (roughly(here + near) - roughly(here - near)) / (2 * near);
  [low, high] = [lowest, highest];
  let [last, lastExcess] = [Number.NaN, Number.NaN];
  for (let i = 0; i < mostSteps; i++) {
    const excess = f(here) - level;
    if (excess < 0) low = here;
    else high = here;
    if (Math.abs(excess) < enough || high - low <= 1e-15 * Math.max(Math.abs(low), Math.abs(high))) return here;
    if (i > 0 && excess !== lastExcess) slope = (excess - lastExcess) / (here - last);
    [last, lastExcess] = [here, excess];
    const next = here - excess / slope;
    const isGood = slope > 0 && next > low && next < high && i % 8 !== 7;
    if (isGood && next === here) return here;
    here = isGood ? next : 0.5 * (low + high);
  }
  return here;
}

const mostSteps = 60;
/** A distance from the level that is near enough. */
const enough = 1e-10;
