import type { Law } from '../evaluate/laws/law';
import type { Numbers } from '../evaluate/numbers';
import { Accumulator, accumulate, type Segment } from '../math/accumulator';
import type { Block } from '../plan/block';
import type { Groups } from '../plan/groups';
import type { Plan } from '../plan/planner';
import { drawnLaw, logProbAt, type Points, type Target } from '../plan/target';
import type { Base } from '../sampling/base';
import type { Column } from '../sampling/columns';
import { atNodes, leniencyOf } from './atNodes';
import { addNormalSums, type NormalNodes } from './normalSums';
import { planeSums } from './planeSums';

/** A marginal at the points, as far as it is known. */
export interface Estimate {
  readonly density: Float64Array;
  readonly logDensity: Float64Array;
  /** null where there is no sampling error. */
  readonly standardError: Float64Array | null;
  /** weight × conditional density of each shown group. */
  readonly components: readonly Float64Array[];
  /** The probability of each shown group. */
  readonly weights: readonly number[];
  /** Largest error over the largest density. */
  readonly relativeError: number;
  /** Nodes or draws for each joint state. */
  readonly nodes: number;
  /** False where more work would make it better, and is worth it. */
  readonly settled: boolean;
}

/** What a marginal is computed from. */
export interface Task {
  readonly given: Numbers;
  readonly plan: Plan;
  readonly target: Target;
  readonly points: Points;
  readonly groups: Groups;
  readonly base: Base;
  readonly draws: number;
  readonly seed: number;
}

/** Numbers in one array on the way, at most: it bounds memory, and the time between two pauses. */
const blockLimit = 2 ** 17;
/** What networks and products of a heat map in single precision change a density by, over its largest: sums of many terms, each with an error of its own. */
const singleRounding = 1e-5;
/** Nodes in one block, at most: networks hold many numbers for each. */
const nodeLimit = 8192;

/**
 * Computes a marginal step by step. Yields null wherever it may be interrupted, and an estimate whenever there is a new one;
 * the last is settled.
 */
export type Steps = Generator<Estimate | null, void>;

/** The sum over the joint states of the discrete variables; without any, the density itself. */
export function* sumOverStates(task: Task): Steps {
  const sums = new Sums(task, 1);
  yield* sums.add([], 1, null, () => 0);
  yield sums.estimate(0, 1);
}

/** The sums of one marginal, filled block by block. */
export class Sums {
  readonly totals: Accumulator;
  readonly components: Accumulator | null;
  /** Σ of the nodes' weights, for each shown group and in all. */
  private readonly masses: Float64Array;
  private mass = 0;
  /** Whether anything has gone through single precision. */
  private rounded = false;

  constructor(
    private readonly task: Task,
    replicates: number,
  ) {
    const { points, groups } = task;
    this.totals = new Accumulator(replicates, points.count);
    this.components = groups.shown.length === 0 ? null : new Accumulator(groups.shown.length, points.count);
    this.masses = new Float64Array(groups.shown.length);
  }

  /**
   * Adds all joint states times the given draws.
   * @param logWeights of each draw; null for 0
   * @param replicateOf the replicate of each draw; draws of one replicate stand together
   */
  *add(
    columns: readonly Column[],
    draws: number,
    logWeights: Float64Array | null,
    replicateOf: (draw: number) => number,
  ): Generator<null, void> {
    const { plan, points, target } = this.task;
    const limit = Math.floor(blockLimit / points.cost);
    const perBlock = points.size === 1 && isNormal(target) ? nodeLimit : Math.max(1, Math.min(nodeLimit, limit));
    const mass = total(plan.table.weights) * (logWeights === null ? draws : total(logWeights.map(Math.exp)));
    const drawStep = Math.min(draws, perBlock);
    const stateStep = Math.max(1, Math.floor(perBlock / drawStep));
    for (let first = 0; first < draws; first += drawStep) {
      const last = Math.min(first + drawStep, draws);
      const cut = columns.map((column) => column.slice(first, last));
      for (let state = 0; state < plan.table.count; state += stateStep) {
        if (first > 0 || state > 0) yield null;
        const states = Math.min(stateStep, plan.table.count - state);
        const weights = logWeights?.subarray(first, last) ?? null;
        const block = { firstState: state, states, columns: cut, draws: last - first, logWeights: weights, mass };
        this.addBlock(block, (draw) => replicateOf(first + draw));
      }
    }
  }

  private addBlock(block: Block, replicateOf: (draw: number) => number): void {
    const { given, plan, target, points, groups } = this.task;
    atNodes(given, plan, block, (at, _, weights) => {
      const segments = segmentsOf(block, groups.slotOf, replicateOf);
      this.addMass(segments, weights);
      const law = drawnLaw(target, points, at, leniencyOf(plan, block, weights));
      this.rounded ||= at.scope.rounded || points.grid?.factorised === true;
      if (points.grid?.factorised === true) {
        planeSums(law, points.grid, weights, segments, this.totals, target.pair);
        return;
      }
      const normal = normalNodes(law, weights);
      if (normal !== null) addNormalSums(points, normal, segments, this.totals, this.components);
      else accumulate(logProbAt(law, points), weights, points.count, segments, this.totals, this.components);
    });
  }

  private addMass(segments: readonly Segment[], logWeights: Float64Array): void {
    for (const { start, end, component } of segments) {
      let mass = 0;
      for (let n = start; n < end; n++) mass += Math.exp(logWeights[n]!);
      this.mass += mass;
      if (component >= 0) this.masses[component]! += mass;
    }
  }

  /** The sums times exp(logFactor), all replicates together. */
  estimate(logFactor: number, nodes: number): Estimate {
    const { count } = this.task.points;
    const logDensity = new Float64Array(count);
    for (let p = 0; p < count; p++) logDensity[p] = this.totals.log(0, p) + logFactor;
    return {
      density: logDensity.map(Math.exp),
      logDensity,
      standardError: null,
      components: this.componentDensities(logFactor),
      weights: this.componentWeights(),
      relativeError: 0,
      nodes,
      settled: true,
    };
  }

  /** An estimated error, over the largest density, with what single precision may add to it. */
  withRounding(relativeError: number): number {
    return this.rounded ? relativeError + singleRounding : relativeError;
  }

  componentWeights(): number[] {
    return Array.from(this.masses, (mass) => mass / this.mass);
  }

  componentDensities(logFactor: number): Float64Array[] {
    const { components } = this;
    if (components === null) return [];
    return Array.from({ length: components.groups }, (_, g) => components.values(g, logFactor));
  }
}

function isNormal({ element: { distribution } }: Target): boolean {
  return distribution.kind === 'family' && distribution.family === 'Normal';
}

/** The nodes' parameters where the law is that of one Normal number at each; null otherwise, and where a node has infinite weight. */
function normalNodes(law: Law, logWeights: Float64Array): NormalNodes | null {
  if (law.kind !== 'family' || law.name !== 'Normal' || law.size !== 1) return null;
  if (logWeights.includes(Number.POSITIVE_INFINITY)) return null;
  const [mean, sd] = law.parameters;
  return { mean: mean!, sd: sd!, logWeights };
}

function total(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}

/** Runs of nodes that belong to one replicate and one component. */
function segmentsOf(block: Block, slotOf: Int32Array, replicateOf: (draw: number) => number): Segment[] {
  const segments: { start: number; end: number; total: number; component: number }[] = [];
  for (let d = 0; d < block.states; d++) {
    const component = slotOf[block.firstState + d]!;
    let start = 0;
    for (let c = 1; c <= block.draws; c++) {
      const total = replicateOf(start);
      if (c < block.draws && replicateOf(c) === total) continue;
      const last = segments.at(-1);
      const [from, to] = [d * block.draws + start, d * block.draws + c];
      if (last !== undefined && last.end === from && last.total === total && last.component === component)
        last.end = to;
      else segments.push({ start: from, end: to, total, component });
      start = c;
    }
  }
  return segments;
}
