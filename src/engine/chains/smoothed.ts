import { type Grid, legendre, NoGrid, ruleOf } from './panels';
import type { ScalarTree } from './scalarTree';
import { type Fineness, Sweep } from './sweep';
import { logSum } from './transfer';

/** What is known of every number of a tree, given all that is observed. */
export interface Smoothed {
  readonly tree: ScalarTree;
  /** log p(everything observed). */
  readonly logEvidence: number;
  /** What `logEvidence` may be off by. */
  readonly logEvidenceError: number;
  readonly marginals: readonly Marginal[];
  /** Points of the largest grid. */
  readonly points: number;
}

/** One number given all that is observed. */
export interface Marginal {
  /** NaN where it does not exist. */
  readonly mean: number;
  /** Infinity where there is none, NaN where there is no mean. */
  readonly variance: number;
  /**
   * What the mean and the standard deviation may be off by, in standard deviations, and the probabilities of the states and the density where most
   * of the mass is, in shares of themselves.
   */
  error(): number;
  /** The same of the density at some values. */
  densityError(x: Float64Array): number;
  /** The probabilities of the switch's states. */
  readonly states: Float64Array;
  /** log of the density at some values. */
  logDensity(x: Float64Array): Float64Array;
  quantile(u: number): number;
}

/** From coarse to fine; rules of different orders share no points even where their panels are the same. */
const levels: readonly Fineness[] = [
  { order: 14, span: 5, tolerance: 1e-5, pairs: 2e8 },
  { order: 16, span: 6, tolerance: 1e-6, pairs: 1e8 },
  { order: 18, span: 3, tolerance: 1e-7, pairs: 1e8 },
  { order: 16, span: 1.5, tolerance: 1e-8, pairs: 1e8 },
  { order: 18, span: 0.75, tolerance: 1e-9, pairs: 1e8 },
  { order: 16, span: 0.4, tolerance: 1e-9, pairs: 1e8 },
];

/** The difference between two levels that ends refinement. */
const enough = 1e-7;
/** An error is claimed to be this many times the difference between the last two levels. */
const caution = 2;
/** What the exponential function and sums round, for each vertex. */
const rounding = 1e-11;
/** What a number is rounded by, and what differences make of that. */
const lastDigit = 2 ** -50;

/**
 * Filters and smooths a tree on grids of its numbers. Two levels that share no points are compared, and refined until they agree.
 * @throws NoGrid where that takes too many points, Impossible where what is observed cannot be
 */
export function* smoothed(tree: ScalarTree): Generator<null, Smoothed> {
  let before = new Sweep(tree, levels[0]!, null);
  yield* before.run();
  let found: Smoothed | null = null;
  for (const level of levels.slice(1)) {
    const sweep = new Sweep(tree, level, before);
    try {
      yield* sweep.run();
    } catch (error) {
      if (found !== null && error instanceof NoGrid) break;
      throw error;
    }
    const { result, change } = comparison(before, sweep);
    found = result;
    // Half the width is up to four times the pairs.
    if (change <= enough || sweep.pairs * 4 > level.pairs) break;
    before = sweep;
  }
  return found!;
}

/** What the finer of two sweeps found, with errors from its difference to the coarser; and the largest difference. */
function comparison(before: Sweep, sweep: Sweep): { readonly result: Smoothed; readonly change: number } {
  const { tree } = sweep;
  const [coarse, fine] = [momentsOf(before), momentsOf(sweep)];
  const changes = fine.map(({ mean, variance }, t) => {
    const sd = Math.sqrt(variance);
    const off = Math.max(Math.abs(mean - coarse[t]!.mean), Math.abs(sd - Math.sqrt(coarse[t]!.variance))) / sd;
    const states = fine[t]!.states.map((p, s) => (p > 0 ? Math.abs(p - coarse[t]!.states[s]!) / p : 0));
    // Moments that do not exist differ by nothing.
    return states.reduce((a, b) => Math.max(a, b), Number.isNaN(off) ? 0 : off);
  });
  const evidence = Math.abs(sweep.logEvidence - before.logEvidence);
  const typical = Math.sqrt(changes.reduce((sum, each) => sum + each * each, 0) / changes.length);
  // Differences from large numbers are rounded too.
  const rounded = fine.reduce((sum, { mean, variance }) => {
    const digits = (lastDigit * Math.abs(mean)) / Math.sqrt(variance);
    return sum + rounding + (Number.isNaN(digits) ? 0 : digits);
  }, 0);
  const marginals = fine.map((moments, t) => {
    const [own, other] = [curveOf(sweep, t), curveOf(before, t)];
    const densityError = (x: Float64Array): number => {
      const logs = other.logDensity(x);
      const change = own
        .logDensity(x)
        .reduce((worst, log, i) => Math.max(worst, log === logs[i] ? 0 : Math.abs(log - logs[i]!)), 0);
      return caution * change + rounded;
    };
    let error: number | null = null;
    return {
      ...moments,
      ...own,
      densityError,
      error() {
        error ??= Math.max(caution * Math.max(changes[t]!, typical) + rounded, densityError(someOf(sweep, t)));
        return error;
      },
    };
  });
  return {
    result: {
      tree,
      logEvidence: sweep.logEvidence,
      logEvidenceError: caution * evidence + rounded,
      marginals,
      points: sweep.points,
    },
    change: changes.reduce((a, b) => Math.max(a, b), evidence),
  };
}

function momentsOf(sweep: Sweep): Pick<Marginal, 'mean' | 'variance' | 'states'>[] {
  return sweep.swept.map(({ grid }, t) => {
    const joint = sweep.logJoint(t);
    const logs = sweep.logMasses(t);
    const total = logSum(logs);
    const weights = logs.map((log) => Math.exp(log - total));
    const origin = grid.x[weights.reduce((best, weight, i) => (weight > weights[best]! ? i : best), 0)]!;
    let [first, second] = [0, 0];
    weights.forEach((weight, i) => {
      first += weight * (grid.x[i]! - origin);
    });
    weights.forEach((weight, i) => {
      second += weight * (grid.x[i]! - origin - first) ** 2;
    });
    if (!converges(grid, weights, origin, 1)) first = Number.NaN;
    if (!converges(grid, weights, origin, 2)) second = Number.isNaN(first) ? first : Number.POSITIVE_INFINITY;
    const states = Float64Array.from(joint, (log) =>
      Math.exp(logSum(log.map((each, i) => each + grid.logWeights[i]!)) - total),
    );
    return { mean: origin + first, variance: second, states };
  });
}

/**
 * Whether a moment exists, as far as a grid can tell: where it reaches out very far, for heavy tails, the end of it is to add next to nothing.
 */
function converges({ x }: Grid, weights: Float64Array, origin: number, power: number): boolean {
  let [below, low, high] = [0, x[0]!, x[0]!];
  weights.forEach((weight, i) => {
    if (below < tailShare) low = x[i]!;
    if (below < 1 - tailShare) high = x[i]!;
    below += weight;
  });
  const far = Math.max(origin - x[0]!, x.at(-1)! - origin);
  if (!(far > reachOfTails * (high - low))) return true;
  let [all, beyond] = [0, 0];
  weights.forEach((weight, i) => {
    const away = Math.abs(x[i]! - origin);
    all += weight * away ** power;
    if (away > 0.8 * far) beyond += weight * away ** power;
  });
  return beyond <= unsettled * all;
}

/** The probability on each side of what counts as the middle of a distribution. */
const tailShare = 1e-3;
/** Tails are heavy where they reach further than this many times the middle. */
const reachOfTails = 30;
/** The share of a moment that the far end of a grid may have. */
const unsettled = 1e-3;

/** Points at which two densities are compared. */
const compared = 24;

/** Some of the points of a vertex that have most of the mass. */
function someOf(sweep: Sweep, t: number): Float64Array {
  const { x } = sweep.swept[t]!.grid;
  const masses = sweep.logMasses(t);
  const total = logSum(masses);
  return x
    .filter((_, i) => masses[i]! > total + leastShare)
    .filter((_, k, all) => k % Math.ceil(all.length / compared) === 0);
}

/** log of the share of the mass that a point has at least, to be one of them. */
const leastShare = -12;

/** The density and the quantiles of one vertex. */
function curveOf(sweep: Sweep, t: number): Pick<Marginal, 'logDensity' | 'quantile'> {
  const { grid } = sweep.swept[t]!;
  const { order, left, right } = grid;
  const total = logSum(sweep.logMasses(t));
  const logDensity = (x: Float64Array): Float64Array => {
    const joint = sweep.logJointAt(t, x);
    return x.map((_, i) => logSum(Float64Array.from(joint, (log) => log[i]!)) - total);
  };
  let cumulative: { readonly density: Float64Array; readonly below: Float64Array } | null = null;
  const prepare = () => {
    const logs = sweep.logMasses(t);
    const below = new Float64Array(left.length + 1);
    logs.forEach((log, i) => {
      below[Math.floor(i / order) + 1]! += Math.exp(log - total);
    });
    for (let q = 0; q < left.length; q++) below[q + 1]! += below[q]!;
    return { below, density: logs.map((log, i) => Math.exp(log - grid.logWeights[i]! - total)) };
  };
  const { nodes, weights } = ruleOf(order);
  const quantile = (u: number): number => {
    cumulative ??= prepare();
    const { below, density } = cumulative;
    let q = 0;
    while (q < left.length - 1 && below[q + 1]! < u) q++;
    const half = 0.5 * (right[q]! - left[q]!);
    const rest = u - below[q]!;
    const rough = left[q]! + half * (1 + withinPanel(density.subarray(q * order, (q + 1) * order), order, rest / half));
    // One step of Newton's method, with the integral up to there by points of its own.
    const share = 0.5 * (rough - left[q]!);
    const x = Float64Array.from([...nodes.map((node) => left[q]! + share * (1 + node)), rough]);
    const exact = logDensity(x).map(Math.exp);
    const area = weights.reduce((sum, weight, i) => sum + weight * exact[i]!, 0) * share;
    const better = rough - (area - rest) / exact[order]!;
    return better > left[q]! && better < right[q]! ? better : rough;
  };
  return { logDensity, quantile };
}

/** Where the integral of a density over a panel [-1, 1], from its left end, reaches a value; from the density's Legendre series. */
function withinPanel(density: Float64Array, order: number, area: number): number {
  const { nodes, weights } = ruleOf(order);
  const coefficients = new Float64Array(order);
  nodes.forEach((node, i) => {
    const p = legendre(node, order - 1);
    for (let k = 0; k < order; k++) coefficients[k]! += (k + 0.5) * weights[i]! * density[i]! * p[k]!;
  });
  const integral = (at: number): number => {
    const p = legendre(at, order);
    let sum = coefficients[0]! * (at + 1);
    for (let k = 1; k < order; k++) sum += (coefficients[k]! * (p[k + 1]! - p[k - 1]!)) / (2 * k + 1);
    return sum;
  };
  let [low, high] = [-1, 1];
  for (let i = 0; i < 60 && high - low > 1e-9; i++) {
    const middle = 0.5 * (low + high);
    if (integral(middle) < area) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}
