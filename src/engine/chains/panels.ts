import { gaussLegendre } from '../math/gaussLegendre';

/** Places and weights of a composite Gauss–Legendre rule. */
export interface Grid {
  /** Points of the rule in each panel. */
  readonly order: number;
  /** Left ends and right ends of the panels, in ascending order; gaps between them have next to nothing of the integral. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** order points a panel, in ascending order. */
  readonly x: Float64Array;
  /** log of their weights. */
  readonly logWeights: Float64Array;
}

export interface Rule {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
  /** For the last four Legendre coefficients of a function, what its value at each node adds. */
  readonly tail: readonly Float64Array[];
  /** Weights of the barycentric formula for the polynomial through values at the nodes. */
  readonly barycentric: readonly number[];
}

const rules = new Map<number, Rule>();

/** The Gauss–Legendre rule of an order, made once. */
export function ruleOf(order: number): Rule {
  let rule = rules.get(order);
  if (rule === undefined) {
    const { nodes, weights } = gaussLegendre(order);
    const tail = [1, 2, 3, 4].map((back) => {
      const k = order - back;
      return Float64Array.from(nodes, (x, i) => (k + 0.5) * weights[i]! * legendre(x, k)[k]!);
    });
    const barycentric = nodes.map((x, i) => (i % 2 === 0 ? 1 : -1) * Math.sqrt((1 - x * x) * weights[i]!));
    rule = { nodes, weights, tail, barycentric };
    rules.set(order, rule);
  }
  return rule;
}

/** P₀(x) to Pₙ(x). */
export function legendre(x: number, n: number): Float64Array {
  const p = new Float64Array(n + 1);
  p[0] = 1;
  if (n > 0) p[1] = x;
  for (let k = 2; k <= n; k++) p[k] = ((2 * k - 1) * x * p[k - 1]! - (k - 1) * p[k - 2]!) / k;
  return p;
}

/** What is known of a function at the points of some panels. */
export interface Evaluated {
  /** Natural log of the function whose integral matters; −Infinity where it is 0. */
  readonly log: Float64Array;
  /**
   * Coordinates that run along the points in units of the width of the children's distributions: between two neighbours they change by how
   * far these have moved.
   */
  readonly strides: readonly Float64Array[];
  /** What else is to be known at the points of the grid. */
  readonly kept: readonly Float64Array[];
}

export interface Refinement {
  /** Points of the rule in a panel. */
  readonly order: number;
  /** What a panel may span, in widths of the conditionals. */
  readonly span: number;
  /** Where it has less than e to the minus this of the integral, it is left out. */
  readonly depth: number;
  /** The share of the integral that the last coefficients of a panel may have. */
  readonly tolerance: number;
  /** Points that a grid may have. */
  readonly limit: number;
}

/** There is no grid that resolves a function within the points that may be spent. */
export class NoGrid extends Error {}

/** Parts that a panel is divided into at once. */
export const mostParts = 8;

/** An interval in equal parts. */
export function divided(left: number, right: number, parts: number): [number, number][] {
  const at = (i: number) => (i === 0 ? left : i === parts ? right : left + ((right - left) * i) / parts);
  return Array.from({ length: parts }, (_, i) => [at(i), at(i + 1)]);
}

interface Done {
  readonly left: number;
  readonly right: number;
  /** log of what its mass is at most, about. */
  readonly most: number;
  readonly kept: readonly Float64Array[];
}

/** What the last coefficients of the logarithm may add up to in a panel. */
const smooth = 2;

/** Where it has less than e to the minus this of the integral, what is not resolved does not count. */
const resolvedDepth = 26;

/** Halvings of one panel. */
const deepest = 60;
/** Halvings of all panels in search of a place where the function is not 0. */
const searched = 6;

/**
 * Panels that resolve a positive function and the conditionals of other numbers given this one. Panels are divided until the function's
 * Legendre series has come to an end in each; where the parabola through three neighbours has a top that the points do not see;
 * and where the conditionals move by more than `span` of their widths.
 * @param seeds intervals in ascending order to begin with, fine enough for the densities that make up the function
 * @throws NoGrid where that takes too many points
 */
export function refined(
  seeds: readonly (readonly [number, number])[],
  { order, span, depth, tolerance, limit }: Refinement,
  evaluate: (x: Float64Array) => Evaluated,
): { readonly grid: Grid; readonly kept: readonly Float64Array[] } {
  const { nodes, weights, tail } = ruleOf(order);
  const done: Done[] = [];
  let open = seeds.map(([left, right]) => ({ left, right }));
  let [top, total] = [Number.NEGATIVE_INFINITY, 0];
  for (let level = 0; open.length > 0; level++) {
    if ((open.length + done.length) * order > limit) throw new NoGrid();
    const x = pointsOf(open, nodes);
    const { log, strides, kept } = evaluate(x);
    const here = largest(log);
    if (here > top) {
      total = top === Number.NEGATIVE_INFINITY ? 0 : total * Math.exp(top - here);
      top = here;
    }
    const scaled = log.map((each) => (each === Number.NEGATIVE_INFINITY ? 0 : Math.exp(each - top)));
    const mass = open.map(({ left, right }, q) => {
      let sum = 0;
      for (let i = 0; i < order; i++) sum += weights[i]! * scaled[q * order + i]!;
      return 0.5 * (right - left) * sum;
    });
    const all = total + mass.reduce((a, b) => a + b, 0);
    const next: typeof open = [];
    open.forEach(({ left, right }, q) => {
      const from = q * order;
      const { seen, hidden } = peaks(x, log, from, order);
      const unseen = top === Number.NEGATIVE_INFINITY;
      // Where the logarithm itself has not come to an end, peaks between the points may be higher by that much.
      const wild = roughness(log, from, tail);
      const half = 0.5 * (right - left);
      // In the far ends of heavy tails low panels are wide.
      const most = Math.max(seen, hidden) + wild + Math.log(2 * half);
      const whole = top + Math.log(all);
      if (unseen ? level > searched : most < whole - depth) return;
      const matters = most > whole - resolvedDepth;
      const moved = matters
        ? strides.reduce((most, stride) => Math.max(most, stride[from + order - 1]! - stride[from]!), 0)
        : 0;
      const coarse =
        unseen ||
        (matters && wild > smooth) ||
        (hidden > seen + 1 && hidden > top - depth) ||
        tail.some((coefficients) => {
          let c = 0;
          for (let i = 0; i < order; i++) c += coefficients[i]! * scaled[from + i]!;
          return Math.abs(c) * half > tolerance * all;
        });
      const parts = Math.min(mostParts, Math.max(Math.ceil(moved / span), coarse ? 2 : 1));
      if (parts > 1 && level < deepest && left + (2 * half) / parts > left && right - (2 * half) / parts < right) {
        next.push(...divided(left, right, parts).map(([from, to]) => ({ left: from, right: to })));
        return;
      }
      done.push({
        left,
        right,
        most: seen + Math.log(2 * half),
        kept: kept.map((each) => each.slice(from, from + order)),
      });
      total += mass[q]!;
    });
    open = next;
  }
  const panels = done.filter(({ most }) => most >= top + Math.log(total) - depth).sort((a, b) => a.left - b.left);
  if (panels.length === 0) throw new NoGrid();
  return {
    grid: gridOf(panels, order),
    kept: panels[0]!.kept.map((_, k) => joined(panels.map((each) => each.kept[k]!))),
  };
}

function largest(values: Float64Array): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > top) top = value;
  return top;
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function pointsOf(panels: readonly { readonly left: number; readonly right: number }[], nodes: readonly number[]) {
  const x = new Float64Array(panels.length * nodes.length);
  let at = 0;
  for (const { left, right } of panels) {
    const [middle, half] = [0.5 * (left + right), 0.5 * (right - left)];
    for (const node of nodes) x[at++] = middle + half * node;
  }
  return x;
}

export function gridOf(panels: readonly { readonly left: number; readonly right: number }[], order: number): Grid {
  const { nodes, weights } = ruleOf(order);
  const logs = weights.map(Math.log);
  const logWeights = new Float64Array(panels.length * order);
  panels.forEach(({ left, right }, q) => {
    const scale = Math.log(0.5 * (right - left));
    for (let i = 0; i < order; i++) logWeights[q * order + i] = scale + logs[i]!;
  });
  return {
    order,
    left: Float64Array.from(panels, ({ left }) => left),
    right: Float64Array.from(panels, ({ right }) => right),
    x: pointsOf(panels, nodes),
    logWeights,
  };
}

/** Some times the last coefficients of a function in a panel; 0 where it is infinite at a point of it. */
function roughness(log: Float64Array, from: number, tail: readonly Float64Array[]): number {
  let sum = 0;
  for (const coefficients of tail) {
    let c = 0;
    for (let i = 0; i < coefficients.length; i++) c += coefficients[i]! * log[from + i]!;
    sum += Math.abs(c);
  }
  return Number.isFinite(sum) ? roughly * sum : 0;
}

/** How far a function may be from the polynomial through its points, in terms of the last coefficients of that. */
const roughly = 4;

/** The largest value at the points of a panel, and the largest that the parabolas through three neighbours have near them. */
function peaks(x: Float64Array, log: Float64Array, from: number, order: number) {
  let [seen, hidden] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = from; i < from + order; i++) seen = Math.max(seen, log[i]!);
  for (let i = from + 1; i < from + order - 1; i++) {
    const [a, b, c] = [log[i - 1]!, log[i]!, log[i + 1]!];
    const [before, after] = [x[i]! - x[i - 1]!, x[i + 1]! - x[i]!];
    const [rise, fall] = [(b - a) / before, (c - b) / after];
    const bend = (fall - rise) / (before + after);
    if (!(bend < 0)) continue;
    const slope = rise + bend * before;
    const away = -slope / (2 * bend);
    if (away > -2 * before && away < 2 * after) hidden = Math.max(hidden, b - (slope * slope) / (4 * bend));
  }
  return { seen, hidden };
}
