/**
 * One-dimensional integrals to about twelve digits: composite Gauss–Legendre panels, graded geometrically about the places where
 * the integrand is narrow, sums in log space, compensated, and every result verified against one with all panels halved.
 */

/** A density of one number, known up to a factor, in a coordinate in which it is smooth but for the stated points. */
export interface Line {
  /** log of the density by the coordinate; −∞ where it is 0. */
  log(u: number): number;
  /** The number that a coordinate stands for, increasing; the coordinate itself where left out. */
  value?(u: number): number;
  readonly low: number;
  readonly high: number;
  /** Where the density is narrow or has a corner, and about how narrow. */
  readonly points: readonly Point[];
}

export interface Point {
  readonly at: number;
  readonly scale: number;
}

export interface Integral {
  /** log of the integral. */
  readonly log: number;
  /** Of the number under the normalised density. */
  readonly mean: number;
  readonly sd: number;
  /** The distribution function of the number. */
  cdf(value: number): number;
  /** The mean of a function of the coordinate. */
  expectation(f: (u: number) => number): number;
}

/** Nodes and weights of a rule on [0, 1]. */
interface Rule {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/** Gauss–Legendre by Newton's method on the Legendre polynomial. */
function gaussLegendre(count: number): Rule {
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < count; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 0;
    for (let step = 0; step < 50; step++) {
      let [previous, value] = [1, x];
      for (let n = 2; n <= count; n++) [previous, value] = [value, ((2 * n - 1) * x * value - (n - 1) * previous) / n];
      slope = (count * (x * value - previous)) / (x * x - 1);
      const change = value / slope;
      x -= change;
      if (Math.abs(change) < 1e-16) break;
    }
    nodes.push(0.5 * (1 - x));
    weights.push(1 / ((1 - x * x) * slope * slope));
  }
  return { nodes, weights };
}

const rule = gaussLegendre(20);

/** A sum with the rounding carried along (Neumaier). */
export function sum(values: Iterable<number>): number {
  let [total, carry] = [0, 0];
  for (const value of values) {
    const next = total + value;
    carry += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + carry;
}

export function logSum(logs: readonly number[]): number {
  const top = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(top)) return top;
  return top + Math.log(sum(logs.map((log) => Math.exp(log - top))));
}

/** Edges of panels: about each point geometric, on both sides, to the ends. */
function edgesOf({ low, high, points }: Line): number[] {
  const edges = [low, high];
  for (const { at, scale } of points) {
    if (at > low && at < high) edges.push(at);
    for (const side of [-1, 1]) {
      for (let distance = scale; ; distance *= 2) {
        const edge = at + side * distance;
        if (side < 0 ? edge <= low : edge >= high) break;
        if (edge > low && edge < high && edge !== at) edges.push(edge);
      }
    }
  }
  edges.sort((a, b) => a - b);
  return edges.filter((edge, i) => i === 0 || edge > edges[i - 1]!);
}

interface Nodes {
  readonly edges: readonly number[];
  readonly u: Float64Array;
  /** log of density × weight. */
  readonly logs: Float64Array;
}

function nodesOn(log: (u: number) => number, edges: readonly number[]): Nodes {
  const size = rule.nodes.length;
  const u = new Float64Array((edges.length - 1) * size);
  const logs = new Float64Array(u.length);
  for (let p = 0; p + 1 < edges.length; p++) {
    const [low, width] = [edges[p]!, edges[p + 1]! - edges[p]!];
    for (let i = 0; i < size; i++) {
      u[p * size + i] = low + width * rule.nodes[i]!;
      const value = log(u[p * size + i]!);
      if (Number.isNaN(value)) throw new Error(`The reference density is NaN at ${u[p * size + i]}.`);
      logs[p * size + i] = value + Math.log(width * rule.weights[i]!);
    }
  }
  return { edges, u, logs };
}

/** Weights that sum to 1. */
function weighed({ logs }: Nodes): { readonly log: number; readonly weights: Float64Array } {
  const top = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const shares = logs.map((log) => Math.exp(log - top));
  const total = sum(shares);
  return { log: top + Math.log(total), weights: shares.map((share) => share / total) };
}

function* products(weights: Float64Array, u: Float64Array, f: (u: number) => number): Generator<number> {
  for (let i = 0; i < u.length; i++) if (weights[i]! > 0) yield weights[i]! * f(u[i]!);
}

function summary(line: Line, nodes: Nodes) {
  const value = line.value ?? ((u: number) => u);
  const { log, weights } = weighed(nodes);
  const mean = sum(products(weights, nodes.u, value));
  const variance = sum(products(weights, nodes.u, (u) => (value(u) - mean) ** 2));
  return { log, weights, mean, sd: Math.sqrt(variance) };
}

const halved = (edges: readonly number[]) =>
  edges.flatMap((edge, i) => (i === 0 ? [edge] : [0.5 * (edges[i - 1]! + edge), edge]));

/** Agreement between panels and halved panels that is asked for. */
const agreement = 1e-11;

/**
 * The integral of a density, and what follows from it.
 * @throws Error where halving all panels six times does not settle it: then the points of the line are wrong
 */
export function integrate(line: Line): Integral {
  let nodes = nodesOn(line.log, edgesOf(line));
  let found = summary(line, nodes);
  for (let level = 0; ; level++) {
    const finer = nodesOn(line.log, halved(nodes.edges));
    const then = found;
    nodes = finer;
    found = summary(line, nodes);
    const spread = Math.max(found.sd, Number.MIN_VALUE);
    const settled =
      (found.log === then.log || Math.abs(found.log - then.log) <= agreement * Math.max(1, Math.abs(found.log))) &&
      Math.abs(found.mean - then.mean) <= agreement * Math.max(spread, Math.abs(found.mean)) * 10 &&
      Math.abs(found.sd - then.sd) <= agreement * spread * 100;
    if (settled) break;
    if (level === 6) throw new Error(`The reference integral does not settle: ${then.log}, ${found.log}.`);
  }
  const { log, weights, mean, sd } = found;
  const value = line.value ?? ((u: number) => u);
  const cumulative = new Float64Array(nodes.edges.length);
  const size = rule.nodes.length;
  for (let p = 0; p + 1 < nodes.edges.length; p++)
    cumulative[p + 1] = cumulative[p]! + sum(weights.subarray(p * size, (p + 1) * size));
  return {
    log,
    mean,
    sd,
    expectation: (f) => sum(products(weights, nodes.u, f)),
    cdf: (wanted) => {
      const { edges } = nodes;
      if (wanted <= value(edges[0]!)) return 0;
      if (wanted >= value(edges.at(-1)!)) return 1;
      let [from, to] = [0, edges.length - 1];
      while (to - from > 1) {
        const middle = (from + to) >> 1;
        if (value(edges[middle]!) <= wanted) from = middle;
        else to = middle;
      }
      let [low, high] = [edges[from]!, edges[to]!];
      for (let step = 0; step < 200 && low < high; step++) {
        const middle = 0.5 * (low + high);
        if (middle === low || middle === high) break;
        if (value(middle) <= wanted) low = middle;
        else high = middle;
      }
      if (low <= edges[from]!) return cumulative[from]!;
      const part = nodesOn(line.log, [edges[from]!, 0.5 * (edges[from]! + low), low]);
      return cumulative[from]! + sum(part.logs.map((each) => Math.exp(each - log)));
    },
  };
}

/**
 * Where a smooth function is a number, and where it turns, between two ends: by signs on a fine grid, then bisection.
 * @returns roots and turning points, each with the scale that is given
 */
export function crossings(
  f: (u: number) => number,
  wanted: number,
  low: number,
  high: number,
  scale: number,
  steps = 20_000,
): Point[] {
  const found: Point[] = [];
  const bisect = (g: (u: number) => number, from: number, to: number) => {
    let [a, b] = [from, to];
    const sign = Math.sign(g(a));
    for (let i = 0; i < 100; i++) {
      const middle = 0.5 * (a + b);
      if (Math.sign(g(middle)) === sign) a = middle;
      else b = middle;
    }
    return 0.5 * (a + b);
  };
  const at = (i: number) => low + ((high - low) * i) / steps;
  for (let i = 0; i < steps; i++) {
    const [a, b] = [at(i), at(i + 1)];
    if ((f(a) - wanted) * (f(b) - wanted) <= 0) found.push({ at: bisect((u) => f(u) - wanted, a, b), scale });
    if (i > 0) {
      const before = at(i - 1);
      // A turning point lies between three grid points: by golden section it is found well enough to put an edge there.
      if ((f(a) - f(before)) * (f(b) - f(a)) < 0) {
        const up = f(a) > f(before) ? 1 : -1;
        let [p, q] = [before, b];
        for (let k = 0; k < 80; k++) {
          const [m, n] = [p + 0.382 * (q - p), p + 0.618 * (q - p)];
          if (up * f(m) < up * f(n)) p = m;
          else q = n;
        }
        found.push({ at: 0.5 * (p + q), scale });
      }
    }
  }
  return found;
}
