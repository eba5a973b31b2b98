import type { Inquiry } from '../api/query';
import { Unanswerable } from '../api/unanswerable';
import type { Numbers } from '../evaluate/numbers';
import { atPoint, type Known, type KnownValues } from '../factors/tables/known';
import { sumOut } from '../factors/tables/sumOut';
import { roundingError } from '../integrate/cubature';
import { HiddenHits } from '../integrate/hiddenHits';
import { HiddenPeaks } from '../integrate/hiddenPeaks';
import { drawsFor, fitLimit, importance } from '../integrate/importance';
import { cubatureOf, integrandOf } from '../integrate/integrand';
import { type NodeBlock, visitNodes } from '../integrate/nodes';
import { fitProposal, type Proposal } from '../integrate/proposal';
import { newNodes } from '../integrate/quadrature';
import { replicates } from '../integrate/quasiMonteCarlo';
import { logMean } from '../integrate/replicated';
import { Accumulator, accumulate, type Segment } from '../math/accumulator';
import { logSumExp } from '../math/logSum';
import type { Element } from '../plan/graph';
import type { Part } from '../plan/parts';
import { limitDimensions, type NodesPlan, type PartPlan, planNodes, planPart } from '../plan/planPart';
import { projectedPlan } from '../plan/projectedPlan';
import { conjugateWork } from './conjugateBelief';
import { conjugateStates } from './conjugatePart';
import { gaussianDensity } from './gaussianDensity';
import type { Work } from './queryMethod';
import { smoothedPart } from './smoothedPart';

/** The factor that one part of a query gives to the joint density, at every point. */
export interface PartDensity {
  /** One for each point, or one where it is the same at all. */
  readonly logs: Float64Array;
  /** Standard error of each logarithm; null where there is no sampling error. */
  readonly errors: Float64Array | null;
  readonly work: Work;
  /** False where more work would make it better, and is worth it. */
  readonly settled: boolean;
}

export type PartSteps = Generator<PartDensity | null, void>;

const none: ReadonlySet<Element> = new Set();

/** log of the sum and integral over a part's unknown elements of the probability of its elements. */
export function* partDensity(inquiry: Inquiry, part: Part, known: KnownValues): PartSteps {
  const points = pointsOf(part, known);
  const plan = yield* planOrGrid(inquiry, part, known, points);
  if ('logs' in plan) {
    yield plan;
    return;
  }
  if (plan.kind === 'nodes') {
    yield* withNodes(inquiry, part, plan, known, points);
    return;
  }
  const logs = sumOut(plan.factors, [], new Map(Array.from(plan.states, ([key, { count }]) => [key, count])));
  if (logs === null) {
    yield* withNodes(inquiry, part, planNodes(inquiry.given, part, known, none), known, points);
    return;
  }
  const counts = Array.from(plan.states.values(), ({ count }) => count);
  const states = counts.reduce((product, count) => product * count, 1);
  const method = part.free.length === 0 ? 'direct' : 'sum';
  const work = {
    method,
    free: part.free,
    states,
    counts,
    nodes: 1,
    dimensions: 0,
    error: 0,
    truncated: plan.truncated,
  } as const;
  yield { logs, errors: null, work, settled: true };
}

/** The plan of a part; its density at once where only a grid can be planned. */
function* planOrGrid(
  { given }: Inquiry,
  part: Part,
  known: KnownValues,
  points: number,
): Generator<null, PartPlan | PartDensity> {
  try {
    return planPart(given, part, known, none);
  } catch (error) {
    if (!(error instanceof Unanswerable) || points > 1) throw error;
    const onGrid = yield* gridEvidence(given, part, known);
    if (onGrid === null) throw error;
    return onGrid;
  }
}

/** log of the probability of a part's evidence by grids of its numbers; null where it is no chain or tree of them. */
function* gridEvidence(given: Numbers, part: Part, known: KnownValues): Generator<null, PartDensity | null> {
  const found = yield* smoothedPart(given, part, known);
  if (found === null) return null;
  return { logs: Float64Array.of(found.smoothed.logEvidence), errors: null, work: found.work, settled: true };
}

/** The points that matter to a part: one where all it depends on is the same at every point. */
function pointsOf(part: Part, known: KnownValues): number {
  const keys = part.elements.flatMap(({ key, parents }) => [key, ...parents]);
  return keys.reduce((points, key) => Math.max(points, known.get(key)?.points ?? 1), 1);
}

function* withNodes(inquiry: Inquiry, part: Part, whole: NodesPlan, known: KnownValues, points: number): PartSteps {
  const gaussian = yield* gaussianDensity(inquiry.given, part, whole, known, points);
  if (gaussian !== null) {
    yield {
      logs: gaussian,
      errors: null,
      work: { ...workOf(part, whole), method: 'gaussian', nodes: 1 },
      settled: true,
    };
    return;
  }
  const states = points > 1 ? null : conjugateStates(inquiry.given, part, whole, known);
  if (states !== null) {
    const logs = Float64Array.of(logSumExp(states.map(({ logWeight }) => logWeight)));
    yield { logs, errors: null, work: conjugateWork(part, whole), settled: true };
    return;
  }
  const onGrid = points > 1 ? null : yield* gridEvidence(inquiry.given, part, known);
  if (onGrid !== null) {
    yield onGrid;
    return;
  }
  refuseFunctions(part, known);
  if (points > 1 && whole.pointwise) {
    yield* pointByPoint(inquiry, part, known, points);
    return;
  }
  const plan = projectedPlan(inquiry.given, part, whole, known, null) ?? whole;
  limitDimensions(plan);
  const work = workOf(part, plan);
  if (plan.dimensions === 0) {
    const sums = new LogSums(points, 1);
    yield* visitNodes(inquiry.given, plan, known, points, [], 1, null, (block) => sums.add(block, 1));
    const logs = sums.logs(0, plan.logScale);
    const method = plan.projected === null ? 'sum' : 'gaussian';
    yield { logs, errors: null, work: { ...work, method, nodes: 1 }, settled: true };
  } else if (plan.dimensions > 2 || plan.drawn > 0) {
    yield* points === 1
      ? byWeightedDraws(inquiry, plan, known, { ...work, method: 'quasi-monte-carlo', nodes: 0 })
      : byDraws(inquiry, plan, known, points, { ...work, method: 'quasi-monte-carlo', nodes: 0 });
  } else if (points === 1) {
    const { log, relativeError, evaluations } = yield* cubatureOf(inquiry.given, plan, known, 1);
    const isLost = log === Number.NEGATIVE_INFINITY && (yield* mayBeHidden(inquiry, plan, known));
    yield {
      logs: Float64Array.of(log + plan.logScale),
      errors: isLost ? Float64Array.of(Number.POSITIVE_INFINITY) : null,
      work: { ...work, method: 'quadrature', nodes: evaluations, error: isLost ? 1 : relativeError },
      settled: true,
    };
  } else {
    yield* byGrid(inquiry, part, plan, known, points, { ...work, method: 'quadrature', nodes: 0 });
  }
}

/** Whether there may be something where no node of a plane has any: on a line it was looked for. */
function* mayBeHidden({ given }: Inquiry, plan: NodesPlan, known: KnownValues): Generator<null, boolean> {
  if (plan.dimensions === 1) return false;
  const hits = new HiddenHits(1, plan.table.count, null);
  const { columns, logWeights } = newNodes(firstIntervals[2], 2, true);
  yield* visitNodes(given, plan, known, 1, columns, logWeights.length, logWeights, (block) => hits.add(block));
  return hits.mayBe(0);
}

function workOf(part: Part, { table, dimensions }: NodesPlan) {
  return { free: part.free, states: table.count, dimensions, truncated: table.truncated, error: 0 };
}

/**
 * At nodes a function of continuous variables never has just the value that it is known to have.
 * @throws Unanswerable where one is known
 */
export function refuseFunctions(part: Part, known: KnownValues): void {
  const free = new Map(part.free.map((element) => [element.key, element]));
  const bound = part.elements.find(
    ({ key, deterministic, discrete, parents }) =>
      known.has(key) && deterministic && !discrete && parents.some((parent) => free.get(parent)?.discrete === false),
  );
  if (bound === undefined) return;
  throw new Unanswerable(
    `${bound.key} is a function of other variables, so it has no density that could be found. Give it some noise (a Normal with a small sd in place of Dirac), or give values of what it depends on.`,
  );
}

/** Each point by itself. */
function* pointByPoint(inquiry: Inquiry, part: Part, known: KnownValues, points: number): PartSteps {
  const found = new SettledPoints(new Float64Array(points), null);
  for (let p = 0; p < points; p++) found.set(p, yield* settledAt(inquiry, part, known, p));
  yield found.density();
}

/** Points each of which is settled by itself: what is not known of one says nothing of the others. */
class SettledPoints {
  private readonly errors: Float64Array;
  private hasErrors = false;

  constructor(
    private readonly logs: Float64Array,
    private work: Work | null,
  ) {
    this.errors = new Float64Array(logs.length);
  }

  set(point: number, { logs, errors, work }: PartDensity): void {
    this.logs[point] = logs[0]!;
    // All of it unknown is none that others share.
    const isLost = work.method === 'quadrature' && work.error >= 1;
    const error = isLost ? Number.POSITIVE_INFINITY : (errors?.[0] ?? null);
    if (error !== null) {
      this.errors[point] = error;
      this.hasErrors = true;
    }
    this.work = merged(this.work, isLost ? { ...work, error: 0 } : work);
  }

  density(): PartDensity {
    return { logs: this.logs, errors: this.hasErrors ? this.errors : null, work: this.work!, settled: true };
  }
}

function* settledAt(inquiry: Inquiry, part: Part, known: KnownValues, point: number): Generator<null, PartDensity> {
  const here = new Map(Array.from(known, ([key, each]) => [key, atPoint(each, point)]));
  return yield* settledDensity(inquiry, part, here);
}

/** The settled density of a part, as a step of another query. */
export function* settledDensity(inquiry: Inquiry, part: Part, known: KnownValues): Generator<null, PartDensity> {
  for (const step of partDensity(inquiry, part, known)) {
    if (step?.settled === true) return step;
    yield null;
  }
  throw new Error('A part has no settled density.');
}

function merged(a: Work | null, b: Work): Work {
  if (a === null) return b;
  return { ...b, nodes: Math.max(a.nodes, b.nodes), error: Math.max(a.error, b.error) };
}

/** The change of a logarithm between two levels at which it is known well enough: the finer one is far closer. */
const tolerance = 1e-8;
const firstIntervals = { 1: 128, 2: 32 } as const;
const gridLimit = { 1: 2 ** 13, 2: 2 ** 15 } as const;
/** Points × joint states × nodes that all points may take together. */
const evaluationLimit = 2 ** 26;

/** One trapezoidal rule for all points; those for which it is too coarse get nodes of their own. */
function* byGrid(
  inquiry: Inquiry,
  part: Part,
  plan: NodesPlan,
  known: KnownValues,
  points: number,
  work: Work,
): PartSteps {
  const dimensions = plan.dimensions as 1 | 2;
  const sums = new LogSums(points, 1);
  let intervals: number = firstIntervals[dimensions];
  let nodes = 0;
  let before: Float64Array | null = null;
  let changeBefore = new Float64Array(points).fill(Number.POSITIVE_INFINITY);
  let open: number[] = [];
  let hits: HiddenHits | null = null;
  for (let level = 0; ; level++) {
    const { columns, logWeights } = newNodes(intervals, dimensions, level === 0);
    nodes += logWeights.length;
    const peaks = new HiddenPeaks(points, (2 * 20) / intervals);
    hits ??= new HiddenHits(points, plan.table.count, dimensions === 1 ? columns[0]!.normal : null);
    yield* visitNodes(inquiry.given, plan, known, points, columns, logWeights.length, logWeights, (block) => {
      sums.add(block, block.draws);
      if (level === 0) hits!.add(block);
      if (dimensions === 1) peaks.add(block);
    });
    const logs = sums.logs(0, plan.logScale + dimensions * Math.log(20 / intervals));
    if (before !== null) {
      const then = before;
      const found = hits;
      const mayHide = (p: number) =>
        peaks.mayHide(p, logs[p]! - plan.logScale) || (logs[p] === Number.NEGATIVE_INFINITY && found.mayBe(p));
      const change = logs.map((log, p) => (log === then[p]! ? 0 : Math.abs(log - then[p]!)));
      // Where an integrand has a corner, one level may agree with the next by chance: two in a row hardly do.
      const agrees = (p: number) => change[p]! <= tolerance && (dimensions === 2 || changeBefore[p]! <= tolerance);
      open = Array.from(logs.keys()).filter((p) => !agrees(p) || mayHide(p));
      const error = change.reduce((worst, each) => Math.max(worst, each), roundingError);
      const spent =
        nodes * 2 ** dimensions > gridLimit[dimensions] ||
        nodes * points * plan.table.count * 2 ** dimensions > evaluationLimit;
      if (open.length === 0 || spent) {
        yield { logs, errors: null, work: { ...work, nodes, error }, settled: open.length === 0 };
        before = logs;
        break;
      }
      changeBefore = change;
    }
    before = logs;
    intervals *= 2;
  }
  if (open.length === 0) return;
  const found = new SettledPoints(before.slice(), { ...work, nodes });
  for (const p of open) found.set(p, yield* settledAt(inquiry, part, known, p));
  yield found.density();
}

/** Standard error of a logarithm that is good enough. */
const sampledTolerance = 2e-3;
const drawLimit = 2 ** 18;

/** At one point draws may go to where the integrand is. */
function* byWeightedDraws(inquiry: Inquiry, plan: NodesPlan, known: KnownValues, work: Work): PartSteps {
  const nothing = () => undefined;
  for (const drawn of importance(inquiry, plan, known, nothing, nothing, ({ error }) => error <= sampledTolerance)) {
    if (drawn === null) {
      yield null;
      continue;
    }
    const { log, error, draws, fitted, settled } = drawn;
    const method = fitted ? 'importance' : work.method;
    yield {
      logs: Float64Array.of(log),
      errors: Float64Array.of(error),
      work: { ...work, method, fitted, nodes: draws, error },
      settled,
    };
  }
}

/** A standard error of a logarithm, over points in proportion to their densities, that calls for draws from a better place. */
const poorError = 0.05;
/** Points × draws at which a proposal is fitted. */
const fitPoints = 64;

/** One set of draws for all points; from a Gaussian fitted to what they have in common, where the prior is too wide for them. */
function* byDraws(inquiry: Inquiry, plan: NodesPlan, known: KnownValues, points: number, work: Work): PartSteps {
  let sums = new LogSums(points, replicates);
  const budget = Math.min(drawLimit, evaluationLimit / (plan.table.count * points));
  const first = Math.max(1, 2 ** Math.round(Math.log2(inquiry.draws / replicates)));
  let proposal: Proposal | null = null;
  let mayFit = plan.dimensions <= fitLimit;
  let [done, goal] = [0, first];
  for (;;) {
    const more = goal - done;
    const { columns, logWeights } = drawsFor(inquiry, plan.dimensions, proposal, done, more);
    yield* visitNodes(inquiry.given, plan, known, points, columns, more * replicates, logWeights, (block) =>
      sums.add(block, more),
    );
    done = goal;
    const all = Array.from({ length: replicates }, (_, r) => sums.logs(r, plan.logScale - Math.log(done)));
    const means = Array.from({ length: points }, (_, p) => logMean(all.map((logs) => logs[p]!)));
    const logs = Float64Array.from(means, ({ log }) => log);
    const errors = Float64Array.from(means, ({ error }) => error);
    const fitting = mayFit && meanError(logs, errors) > poorError;
    // More draws hardly find what none of these did.
    const isEnough = (error: number, p: number) => error <= sampledTolerance || logs[p] === Number.NEGATIVE_INFINITY;
    const enough = errors.every(isEnough) || 2 * done * replicates > budget;
    const fitted = proposal !== null;
    const own = { ...work, fitted, nodes: done * replicates, error: errors.reduce((a, b) => Math.max(a, b), 0) };
    const method = fitted ? 'importance' : work.method;
    yield { logs, errors, work: { ...own, method }, settled: enough && !fitting };
    if (fitting) {
      mayFit = false;
      const some = thinned(known, fitPoints);
      const f = integrandOf(inquiry.given, plan, some.known, some.points);
      const better: Proposal | null = yield* fitProposal(f, plan.dimensions, inquiry.seed);
      if (better !== null && better.efficiency > 2 * better.ofPrior) {
        proposal = better;
        sums = new LogSums(points, replicates);
        [done, goal] = [0, done];
        continue;
      }
      if (enough) {
        yield { logs, errors, work: { ...own, method }, settled: true };
        return;
      }
    }
    if (enough) return;
    goal *= 2;
  }
}

/** The standard error of a logarithm, over points in proportion to their densities. */
function meanError(logs: Float64Array, errors: Float64Array): number {
  const total = logSumExp(logs);
  if (total === Number.NEGATIVE_INFINITY) return Number.POSITIVE_INFINITY;
  return errors.reduce((sum, error, p) => {
    const share = Math.exp(logs[p]! - total);
    return share === 0 ? sum : sum + error * share;
  }, 0);
}

/** Some of many points, evenly. */
function thinned(known: KnownValues, most: number): { readonly known: KnownValues; readonly points: number } {
  const points = Array.from(known.values()).reduce((count, each) => Math.max(count, each.points), 1);
  const kept = Math.min(points, most);
  const thin = (each: Known): Known => {
    if (each.points === 1) return each;
    const size = each.values.length / each.points;
    const values = Float64Array.from({ length: kept * size }, (_, i) => {
      const point = Math.floor(((Math.floor(i / size) + 0.5) * points) / kept);
      return each.values[point * size + (i % size)]!;
    });
    return { element: each.element, values, points: kept };
  };
  return { known: new Map(Array.from(known, ([key, each]) => [key, thin(each)])), points: kept };
}

/** Sums of the nodes' probabilities at every point, for each replicate. */
class LogSums {
  private readonly sums: Accumulator;

  constructor(
    private readonly points: number,
    groups: number,
  ) {
    this.sums = new Accumulator(groups, points);
  }

  /** @param perGroup how many draws follow one another in one replicate */
  add(block: NodeBlock, perGroup: number): void {
    const segments: Segment[] = [];
    for (let d = 0; d < block.states; d++) {
      for (let c = 0; c < block.draws; ) {
        const group = Math.min(Math.floor((block.firstDraw + c) / perGroup), this.sums.groups - 1);
        const end = Math.min(
          block.draws,
          group === this.sums.groups - 1 ? block.draws : (group + 1) * perGroup - block.firstDraw,
        );
        segments.push({ start: d * block.draws + c, end: d * block.draws + end, total: group, component: -1 });
        c = end;
      }
    }
    const terms = block.logTerms ?? new Float64Array(this.points);
    accumulate(terms, block.logWeights, this.points, segments, this.sums, null);
  }

  /** log of the sums of one group at every point. */
  logs(group: number, logFactor: number): Float64Array {
    return Float64Array.from({ length: this.points }, (_, p) => this.sums.log(group, p) + logFactor);
  }
}
