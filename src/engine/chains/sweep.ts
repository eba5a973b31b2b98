import { expectBroken, predictBroken } from './broken';
import { divided, type Grid, mostParts, NoGrid, type Refinement, refined } from './panels';
import type { Kernel, ScalarTree, Vertex } from './scalarTree';
import { expect, logSum, predict } from './transfer';

/** How fine a sweep is. */
export interface Fineness extends Pick<Refinement, 'order' | 'span' | 'tolerance'> {
  /** Pairs of points that a sweep may go through; a pair whose density is not Normal counts as several. */
  readonly pairs: number;
}

/** What one sweep through a tree found of a vertex; arrays by state of the switch hold natural logarithms at the points of the grid. */
export interface Swept {
  readonly grid: Grid;
  /** p(number, state | what is observed before it in the sweep), densities at the points. */
  readonly prediction: readonly Float64Array[];
  readonly likelihood: readonly Float64Array[];
  /** For each of its children, in their order, what is observed there and below given number and state. */
  readonly messages: Float64Array[][];
}

/** How many times longer a density takes that is not Normal. */
const slowness = 4;
/** Points that the grid of one vertex may have. */
const pointLimit = 2 ** 14;
/** Logarithms below its top at which what was filtered is still looked at: what is observed later may be surprising. */
const filteredDepth = 50;
/** Those at which what was smoothed is left out. */
const smoothedDepth = 34;
/** What the ends of a grid may have of its top without being moved outwards. */
const edgeDepth = 28;
/** Widths of a conditional within which its panels are as narrow as it. */
const core = 6;

/**
 * One pass of filtering and smoothing: from the root down with a grid for each vertex, then from the leaves up (and down once more where
 * numbers have several children), in log space.
 */
export class Sweep {
  readonly swept: Swept[] = [];
  readonly #children: readonly (readonly number[])[];
  /** How far below the top of a prediction its vertex' grid reaches. */
  readonly #depths: number[];
  #pairs = 0;
  readonly #ends: (readonly [number, number])[] = [];

  /** @param guide a coarser sweep that knows where the smoothed mass is; without one the ends are found here */
  constructor(
    readonly tree: ScalarTree,
    readonly fineness: Fineness,
    private readonly guide: Sweep | null,
  ) {
    const children: number[][] = tree.vertices.map(() => []);
    tree.vertices.forEach(({ parent }, t) => {
      if (parent >= 0) children[parent]!.push(t);
    });
    this.#children = children;
    this.#depths = guide === null ? tree.vertices.map(() => filteredDepth) : guide.#depths;
  }

  /** @throws NoGrid where a vertex takes too many points */
  *run(): Generator<null, void> {
    for (let round = 0; round < rounds; round++) {
      yield* this.#down();
      if (this.swept.length < this.tree.vertices.length) continue;
      yield* this.#up();
      if (this.#children.some(({ length }) => length > 1)) yield* this.#again();
      if (this.guide !== null || !this.#deepen()) return;
    }
    throw new NoGrid();
  }

  /** log p(everything observed); −Infinity where it is impossible. */
  get logEvidence(): number {
    const roots = this.tree.vertices.flatMap(({ parent }, t) => (parent < 0 ? [t] : []));
    return roots.reduce((sum, t) => sum + logSum(this.logMasses(t)), 0);
  }

  /** Points of the largest grid. */
  get points(): number {
    return this.swept.reduce((most, { grid }) => Math.max(most, grid.x.length), 0);
  }

  /** Pairs of points that it went through so far. */
  get pairs(): number {
    return this.#pairs;
  }

  /** log of the smoothed probability of every point of a vertex, its weight included and all states together, not normalised. */
  logMasses(t: number): Float64Array {
    const { grid } = this.swept[t]!;
    return sumOver(this.logJoint(t)).map((log, i) => log + grid.logWeights[i]!);
  }

  /** By state, the smoothed density at the points of a vertex' grid, not normalised. */
  logJoint(t: number): Float64Array[] {
    const { prediction, likelihood, messages } = this.swept[t]!;
    return prediction.map((own, s) => sumAll([own, likelihood[s]!, ...messages.map((each) => each[s]!)]));
  }

  /** The same at any values. */
  logJointAt(t: number, x: Float64Array): Float64Array[] {
    const vertex = this.tree.vertices[t]!;
    const prediction = this.#predicted(t, x);
    const messages = this.#children[t]!.map((child) => this.messageAt(child, x));
    return prediction.map((own, s) => sumAll([own, vertex.logLikelihood(s, x), ...messages.map((each) => each[s]!)]));
  }

  /** What is observed at a vertex and below it, given values and each state of its parent. */
  messageAt(t: number, x: Float64Array): Float64Array[] {
    const vertex = this.tree.vertices[t]!;
    const { grid, likelihood, messages } = this.swept[t]!;
    const below = likelihood.map((own, s) => sumAll([grid.logWeights, own, ...messages.map((each) => each[s]!)]));
    const byState = below.map((log, s) => spread(expectOn(vertex.kernel(s, x), grid, log), x.length));
    return Array.from({ length: this.tree.vertices[vertex.parent]!.states }, (_, r) =>
      sumOver(byState.map((log, s) => plus(log, vertex.logSwitch(s, r, x)))),
    );
  }

  /** By state, weights of the parent's points from all that is observed but not below this vertex. */
  #sources(t: number): { readonly x: Float64Array; readonly logs: readonly Float64Array[] } {
    const vertex = this.tree.vertices[t]!;
    const { parent, states } = vertex;
    const above = parent < 0 ? null : this.swept[parent]!;
    const x = above === null ? Float64Array.of(0) : above.grid.x;
    const place = parent < 0 ? -1 : this.#children[parent]!.indexOf(t);
    const outer =
      above === null
        ? [Float64Array.of(0)]
        : above.prediction.map((own, r) =>
            sumAll([
              above.grid.logWeights,
              own,
              above.likelihood[r]!,
              ...above.messages.filter((_, c) => c !== place).map((each) => each[r]!),
            ]),
          );
    const logs = Array.from({ length: states }, (_, s) =>
      sumOver(outer.map((log, r) => plus(log, vertex.logSwitch(s, r, x)))),
    );
    return { x, logs };
  }

  #predicted(t: number, y: Float64Array): Float64Array[] {
    const vertex = this.tree.vertices[t]!;
    const { x, logs } = this.#sources(t);
    return logs.map((log, s) => this.#predict(t, s, vertex.kernel(s, x), log, y));
  }

  /** Counts pairs that are gone through. @throws NoGrid where they are too many */
  #spend(kernel: Kernel, points: number): void {
    this.#pairs += kernel.rows * points * (kernel.isNormal ? 1 : slowness);
    if (this.#pairs > this.fineness.pairs) throw new NoGrid();
  }

  #predict(t: number, state: number, kernel: Kernel, logs: Float64Array, y: Float64Array): Float64Array {
    this.#spend(kernel, y.length);
    if (kernel.breaks.length === 0) return predict(kernel, logs, y);
    const vertex = this.tree.vertices[t]!;
    const { grid } = this.swept[vertex.parent]!;
    const at = (parent: Float64Array) => vertex.kernel(state, parent);
    const { divided: panels, log } = predictBroken(at, kernel, grid, logs, y);
    return added(log, predict(kernel, logs, y, { order: grid.order, panels }));
  }

  *#down(): Generator<null, void> {
    this.swept.length = 0;
    for (const [t, vertex] of this.tree.vertices.entries()) {
      const { x, logs } = this.#sources(t);
      const kernels = logs.map((_, s) => vertex.kernel(s, x));
      const rows = relevantRows(kernels, logs, this.#depths[t]!);
      if (rows.length === 0) throw new Impossible();
      const ends = endsOf(rows);
      this.#ends[t] = ends;
      const wanted = this.guide === null ? [ends] : this.guide.#places(t);
      const seeds = wanted.flatMap((interval) => seedsOf(interval, rows, this.fineness.span));
      const depth = this.guide === null ? this.#depths[t]! : smoothedDepth;
      const { grid, kept } = refined(seeds, { ...this.fineness, depth, limit: pointLimit }, (y) =>
        this.#evaluate(t, y, kernels, logs),
      );
      const { states } = vertex;
      this.swept.push({
        grid,
        prediction: kept.slice(0, states),
        likelihood: kept.slice(states),
        messages: [],
      });
      yield null;
    }
  }

  #evaluate(t: number, y: Float64Array, kernels: readonly Kernel[], logs: readonly Float64Array[]) {
    const vertex = this.tree.vertices[t]!;
    const prediction = kernels.map((kernel, s) => this.#predict(t, s, kernel, logs[s]!, y));
    const likelihood = kernels.map((_, s) => vertex.logLikelihood(s, y));
    const guide = this.guide;
    const below = guide === null ? [] : this.#children[t]!.map((child) => guide.messageAt(child, y));
    const joint = prediction.map((own, s) => sumAll([own, likelihood[s]!, ...below.map((each) => each[s]!)]));
    const strides = this.#children[t]!.flatMap((child) => stridesOf(this.tree.vertices[child]!, y));
    return { log: sumOver(joint), strides, kept: [...prediction, ...likelihood] };
  }

  *#up(): Generator<null, void> {
    for (let t = this.tree.vertices.length - 1; t >= 0; t--) {
      const own = this.swept[t]!;
      own.messages.length = 0;
      for (const child of this.#children[t]!) own.messages.push(this.messageAt(child, own.grid.x));
      yield null;
    }
  }

  /** Where a number has several children, each is predicted anew from what is observed below the others too. */
  *#again(): Generator<null, void> {
    for (const t of this.tree.vertices.keys()) {
      const own = this.swept[t]!;
      this.swept[t] = { ...own, prediction: this.#predicted(t, own.grid.x) };
      yield null;
    }
  }

  /** Lets grids reach further where the smoothed mass goes on beyond their ends. @returns whether there were such */
  #deepen(): boolean {
    let any = false;
    for (const [t, vertex] of this.tree.vertices.entries()) {
      const masses = sumOver(this.logJoint(t));
      const top = masses.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
      if (top === Number.NEGATIVE_INFINITY) throw new Impossible();
      const { x, logs } = this.#sources(t);
      const kernels = logs.map((_, s) => vertex.kernel(s, x));
      const deeper = endsOf(relevantRows(kernels, logs, this.#depths[t]! * 4));
      const [low, high] = this.#ends[t]!;
      const atLow = masses[0]! > top - edgeDepth && deeper[0] < low;
      const atHigh = masses.at(-1)! > top - edgeDepth && deeper[1] > high;
      if (!atLow && !atHigh) continue;
      this.#depths[t]! *= 4;
      any = true;
    }
    return any;
  }

  /** The intervals of a vertex that have smoothed mass, a little widened. */
  #places(t: number): [number, number][] {
    const { grid } = this.swept[t]!;
    const { order } = grid;
    const masses = this.logMasses(t);
    const whole = logSum(masses);
    const panels = grid.left.length;
    const [low, high] = this.#ends[t]!;
    const found: [number, number][] = [];
    for (let q = 0; q < panels; q++) {
      if (logSum(masses.subarray(q * order, (q + 1) * order)) < whole - smoothedDepth) continue;
      const margin = widening * (grid.right[q]! - grid.left[q]!);
      const interval: [number, number] = [
        Math.max(low, grid.left[q]! - margin),
        Math.min(high, grid.right[q]! + margin),
      ];
      const last = found.at(-1);
      if (last !== undefined && interval[0] <= last[1]) last[1] = interval[1];
      else found.push(interval);
    }
    return found;
  }
}

/** Times that a sweep begins anew with grids that reach further. */
const rounds = 12;
/** How much of its width a panel is widened by. */
const widening = 0.3;

/** What is observed cannot be. */
export class Impossible extends Error {}

interface Row {
  readonly location: number;
  readonly scale: number;
  readonly low: number;
  readonly high: number;
}

/** The conditionals that have weight, each with an interval that holds what matters of it. */
function relevantRows(kernels: readonly Kernel[], logs: readonly Float64Array[], depth: number): Row[] {
  const rows: Row[] = [];
  const weights = logs.map((log, s) => (kernels[s]!.rows === 1 ? Float64Array.of(logSum(log)) : log));
  const top = Math.max(...weights.map((log) => log.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)));
  kernels.forEach((kernel, s) => {
    weights[s]!.forEach((log, i) => {
      const left = depth - (top - log);
      if (!(left > 0)) return;
      const [low, high] = kernel.reach(i, left);
      rows.push({ location: kernel.location[i]!, scale: kernel.scale[i]!, low, high });
    });
  });
  return rows;
}

function endsOf(rows: readonly Row[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    low = Math.min(low, row.low);
    high = Math.max(high, row.high);
  }
  return [low, high];
}

/** Panels of an interval that are no wider than `span` widths of the conditionals that have their core there, and wider far away from all. */
function seedsOf(interval: readonly [number, number], rows: readonly Row[], span: number): [number, number][] {
  const seeds: [number, number][] = [];
  const stack: (readonly [number, number])[] = [interval];
  while (stack.length > 0) {
    const [left, right] = stack.pop()!;
    let widest = Number.POSITIVE_INFINITY;
    for (const { location, scale } of rows) {
      const gap = Math.max(0, left - location - core * scale, location - core * scale - right);
      widest = Math.min(widest, span * scale + gap);
    }
    const parts = Math.min(mostParts, Math.ceil((right - left) / widest));
    const step = (right - left) / parts;
    if (parts > 1 && left + step > left && right - step < right) stack.push(...divided(left, right, parts).reverse());
    else seeds.push([left, right]);
    if (seeds.length > seedLimit) throw new NoGrid();
  }
  return seeds;
}

/** Panels to begin with. */
const seedLimit = 1024;

/** How far the conditionals of a vertex move along values of its parent, in their own widths. */
function stridesOf(vertex: Vertex, parent: Float64Array): Float64Array[] {
  return Array.from({ length: vertex.states }, (_, s) => vertex.kernel(s, parent))
    .filter(({ rows }) => rows > 1)
    .map(({ location, scale }) => {
      const stride = new Float64Array(parent.length);
      for (let i = 1; i < stride.length; i++) {
        const moved = Math.abs(location[i]! - location[i - 1]!) / Math.min(scale[i]!, scale[i - 1]!);
        stride[i] = stride[i - 1]! + moved + Math.abs(Math.log(scale[i]! / scale[i - 1]!));
      }
      return stride;
    });
}

/** What the values of a child, with weights, say of each row. */
function expectOn(kernel: Kernel, grid: Grid, logs: Float64Array): Float64Array {
  if (kernel.breaks.length === 0) return expect(kernel, grid.x, logs);
  const { divided: panels, log } = expectBroken(kernel, grid, logs);
  return added(log, expect(kernel, grid.x, logs, { order: grid.order, panels }));
}

function added(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((log, i) => logSum(Float64Array.of(log, b[i]!)));
}

/** Sums of logarithms at every point; what is given once holds everywhere. */
function sumAll(logs: readonly Float64Array[]): Float64Array {
  const result = logs[0]!.slice();
  for (const log of logs.slice(1)) {
    for (let i = 0; i < result.length; i++) result[i]! += log[i]!;
  }
  return result;
}

function plus(log: Float64Array, other: Float64Array): Float64Array {
  if (other.length === 1 && other[0] === 0) return log;
  return log.map((each, i) => each + other[other.length === 1 ? 0 : i]!);
}

function spread(log: Float64Array, count: number): Float64Array {
  return log.length === count ? log : new Float64Array(count).fill(log[0]!);
}

/** log Σ exp over states, point by point. */
function sumOver(logs: readonly Float64Array[]): Float64Array {
  if (logs.length === 1) return logs[0]!;
  return logs[0]!.map((_, i) => logSum(Float64Array.from(logs, (log) => log[i]!)));
}
