import { type Grid, ruleOf } from './panels';
import type { Kernel } from './scalarTree';

/**
 * What panels in which a conditional has a kink or a jump add to a prediction: there the rule is applied on both sides of it, with the
 * weighted density of the parent interpolated.
 * @param at the conditionals at any values of the parent
 * @param logs of the parent's weighted density at the grid's points, the rule's weights included
 * @returns for each y the panels that are divided, and log of the sum over them
 */
export function predictBroken(
  at: (parent: Float64Array) => Kernel,
  kernel: Kernel,
  grid: Grid,
  logs: Float64Array,
  y: Float64Array,
): { readonly divided: readonly ReadonlySet<number>[]; readonly log: Float64Array } {
  const { order, left, right } = grid;
  const densities = panelDensities(grid, logs);
  const [atLeft, atRight] = [at(left), at(right)];
  const paths = kernel.breaks.map((own, k) => new Paths(grid, own, atLeft.breaks[k]!, atRight.breaks[k]!));
  const { nodes, weights } = ruleOf(order);
  const places: number[] = [];
  const terms: { readonly j: number; readonly log: number }[] = [];
  const divided = Array.from(y, (value, j) => {
    const own = new Set<number>();
    for (let q = 0; q < left.length; q++) {
      const crossings = paths.flatMap((path) => path.crossings(q, value));
      if (crossings.length === 0) continue;
      own.add(q);
      const { top, values } = densities[q]!;
      const half = 0.5 * (right[q]! - left[q]!);
      eachPiece(crossings, (from, to) => {
        for (let i = 0; i < order; i++) {
          const place = from + 0.5 * (to - from) * (1 + nodes[i]!);
          const density = interpolated(order, values, place);
          if (!(density > 0)) continue;
          places.push(left[q]! + half * (1 + place));
          terms.push({ j, log: top + Math.log(density * weights[i]! * 0.5 * (to - from) * half) });
        }
      });
    }
    return own;
  });
  const log = new Float64Array(y.length).fill(Number.NEGATIVE_INFINITY);
  if (places.length === 0) return { divided, log };
  const pieces = at(Float64Array.from(places));
  const groups: number[][] = Array.from(y, () => []);
  terms.forEach((term, i) => {
    const row = pieces.rows === 1 ? 0 : i;
    groups[term.j]!.push(term.log + pieces.logDensity(row, y.subarray(term.j, term.j + 1))[0]!);
  });
  return { divided, log: log.map((_, j) => sumOf(groups[j]!)) };
}

/**
 * The same for what the values of a child say of each row: the panels of the child in which the row has kinks or jumps.
 * @param logs of the child's weighted likelihood at the grid's points, the rule's weights included
 */
export function expectBroken(
  kernel: Kernel,
  grid: Grid,
  logs: Float64Array,
): { readonly divided: readonly ReadonlySet<number>[]; readonly log: Float64Array } {
  const { order, left, right } = grid;
  const densities = panelDensities(grid, logs);
  const { nodes, weights } = ruleOf(order);
  const divided: Set<number>[] = [];
  const log = Float64Array.from({ length: kernel.rows }, (_, row) => {
    const crossings = new Map<number, number[]>();
    for (const own of kernel.breaks) {
      const value = own[row]!;
      const q = left.findIndex((from, k) => from < value && value < right[k]!);
      if (q < 0) continue;
      const place = (2 * (value - left[q]!)) / (right[q]! - left[q]!) - 1;
      crossings.set(q, [...(crossings.get(q) ?? []), place]);
    }
    divided.push(new Set(crossings.keys()));
    const terms: number[] = [];
    for (const [q, places] of crossings) {
      const { top, values } = densities[q]!;
      const half = 0.5 * (right[q]! - left[q]!);
      eachPiece(places, (from, to) => {
        const inside = Float64Array.from(nodes, (node) => from + 0.5 * (to - from) * (1 + node));
        const own = kernel.logDensity(
          row,
          inside.map((place) => left[q]! + half * (1 + place)),
        );
        inside.forEach((place, i) => {
          const value = interpolated(order, values, place);
          if (value > 0) terms.push(top + own[i]! + Math.log(value * weights[i]! * 0.5 * (to - from) * half));
        });
      });
    }
    return sumOf(terms);
  });
  return { divided, log };
}

/** The density in each panel over its top there, from logarithms of it times the rule's weights. */
function panelDensities({ order, left, logWeights }: Grid, logs: Float64Array) {
  return Array.from(left, (_, q) => {
    const own = logs.subarray(q * order, (q + 1) * order).map((log, i) => log - logWeights[q * order + i]!);
    const top = own.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    return { top, values: own.map((log) => (top === Number.NEGATIVE_INFINITY ? 0 : Math.exp(log - top))) };
  });
}

/** Where the kink or jump of a conditional lies along the values of its parent. */
class Paths {
  readonly #lowest: Float64Array;
  readonly #highest: Float64Array;

  /** @param own at the points of the grid, or one for all */
  constructor(
    private readonly grid: Grid,
    private readonly own: Float64Array,
    private readonly atLeft: Float64Array,
    private readonly atRight: Float64Array,
  ) {
    this.#lowest = grid.left.map((_, q) => this.#along(q).reduce((a, b) => Math.min(a, b)));
    this.#highest = grid.left.map((_, q) => this.#along(q).reduce((a, b) => Math.max(a, b)));
  }

  /** Places in a panel [-1, 1] where it passes y. */
  crossings(q: number, y: number): number[] {
    if (!(this.#lowest[q]! < y && y < this.#highest[q]!)) return [];
    const { order } = this.grid;
    const along = this.#along(q);
    const places = [-1, ...ruleOf(order).nodes, 1];
    const inner = along.subarray(1, order + 1);
    const found: number[] = [];
    for (let i = 0; i <= order; i++) {
      if (along[i]! < y === along[i + 1]! < y) continue;
      const rises = along[i]! < y;
      let [low, high] = [places[i]!, places[i + 1]!];
      for (let round = 0; round < halvings; round++) {
        const middle = 0.5 * (low + high);
        if (interpolated(order, inner, middle) < y === rises) low = middle;
        else high = middle;
      }
      found.push(0.5 * (low + high));
    }
    return found;
  }

  /** At the panel's left end, its points and its right end. */
  #along(q: number): Float64Array {
    const { order } = this.grid;
    const inner =
      this.own.length === 1
        ? new Float64Array(order).fill(this.own[0]!)
        : this.own.subarray(q * order, (q + 1) * order);
    return Float64Array.of(
      this.atLeft[this.atLeft.length === 1 ? 0 : q]!,
      ...inner,
      this.atRight[this.atRight.length === 1 ? 0 : q]!,
    );
  }
}

/** Of the interval between two points in which a kink lies. */
const halvings = 44;

/** The pieces of a panel [-1, 1] between some places in it. */
function eachPiece(places: readonly number[], use: (from: number, to: number) => void): void {
  const ends = [-1, ...[...places].sort((a, b) => a - b), 1];
  for (let i = 1; i < ends.length; i++) if (ends[i]! > ends[i - 1]!) use(ends[i - 1]!, ends[i]!);
}

/** The polynomial through values at the points of a rule, at a place in [-1, 1]: the barycentric formula. */
function interpolated(order: number, values: Float64Array, place: number): number {
  const { nodes, barycentric } = ruleOf(order);
  let [above, below] = [0, 0];
  for (let i = 0; i < order; i++) {
    const away = place - nodes[i]!;
    if (away === 0) return values[i]!;
    const share = barycentric[i]! / away;
    above += share * values[i]!;
    below += share;
  }
  return above / below;
}

function sumOf(logs: readonly number[]): number {
  const top = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(top)) return top;
  return top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0));
}
