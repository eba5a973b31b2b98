import { logRootTwoPi } from '../math/normalCdf';
import { Column } from '../sampling/columns';
import { type Estimate, type Steps, Sums, type Task } from './marginal';

/**
 * The integral over one or two continuous variables: the trapezoidal rule in the standard normals behind them, on
 * [−10, 10] in each direction. For an analytic integrand that vanishes at both ends its error falls exponentially in the number of
 * nodes. Every level keeps the nodes before it and has twice as many: on a line the spacing is halved, on a plane the middles of the squares are
 * added, and then those of the squares that stand on a corner. By when the spacing is halved in every direction, on a plane after two levels, the change is
 * the error of the coarser rule, and what it shrinks by from one halving to the next says what is left.
 */
export function* quadrature(task: Task): Steps {
  const dimensions = task.plan.dimensions as 1 | 2;
  const sums = new Sums(task, 1);
  const budget = Math.min(
    dimensions === 1 ? 2 ** 17 : 2 ** 19,
    evaluationLimit / (task.points.cost * task.plan.table.count),
  );
  const wanted = task.points.grid === null ? tolerance : planeTolerance;
  // The middles of squares tell nothing of an integrand that changes along a diagonal alone, so that one level is no halving there.
  const halving = dimensions;
  const densities: Float64Array[] = [];
  const changes: number[] = [];
  let nodes = 0;
  for (let level = 0; ; level++) {
    const { columns, logWeights, logShare } = levelNodes(dimensions, level);
    nodes += logWeights.length;
    yield* sums.add(columns, logWeights.length, logWeights, () => 0);
    const estimate = sums.estimate(logShare, nodes);
    densities.push(estimate.density);
    if (level < halving) continue;
    changes.push(difference(estimate.density, densities[level - halving]!));
    const relativeError = sums.withRounding(remainder(changes.at(-1)!, changes.at(-1 - halving)));
    const settled = relativeError <= wanted || nodes * 2 > budget;
    yield { ...estimate, relativeError, settled };
    if (settled) return;
  }
}

/**
 * What all changes to come add up to, where each is as much smaller than the one before as the last was.
 * @param change by the last halving of the spacing
 * @param before by the halving before it; undefined where there is none
 */
function remainder(change: number, before: number | undefined): number {
  const ratio = before === undefined ? unknown : Math.min(Math.max(change / before, fastest), slowest);
  return change === 0 ? 0 : (change * ratio) / (1 - ratio);
}

/** Changes are not taken to shrink faster than this from halving to halving, nor more slowly. */
const [fastest, slowest] = [0.1, 0.9];
/** What they are taken to shrink by where that is not known: with a corner in the integrand, by a quarter. */
const unknown = 0.4;

/** The nodes that a level adds to those before it, the logarithms of their normal densities, and that of what each of all nodes stands for. */
function levelNodes(dimensions: 1 | 2, level: number) {
  if (dimensions === 1) {
    const intervals = 128 * 2 ** level;
    return { ...newNodes(intervals, 1, level === 0), logShare: Math.log((2 * span) / intervals) };
  }
  const intervals = 32 * 2 ** Math.ceil(level / 2);
  const isMiddles = level % 2 === 1;
  const isNew = (i: number, j: number) => level === 0 || (isMiddles ? i % 2 === 1 && j % 2 === 1 : (i + j) % 2 === 1);
  const share = 2 * Math.log((2 * span) / intervals) + (isMiddles ? Math.LN2 : 0);
  return { ...planeNodes(intervals, isNew), logShare: share };
}

/** Beyond it lies less than 2e-23 of a standard normal’s mass: the far tails of a marginal keep their shape. */
const span = 10;
/** Estimated error of the curve, as a share of its maximum, that is good enough. */
const tolerance = 1e-4;
/** The same for a heat map, in which less can be seen. */
const planeTolerance = 1e-3;
/** Points × joint states × nodes that one curve may take. */
const evaluationLimit = 2 ** 28;

/** The nodes that a halved spacing adds to those before it: all of the first, then those with an odd place in some direction. */
export function newNodes(
  intervals: number,
  dimensions: 1 | 2,
  all: boolean,
): { columns: Column[]; logWeights: Float64Array } {
  if (dimensions === 2) return planeNodes(intervals, (i, j) => all || i % 2 === 1 || j % 2 === 1);
  const places = all
    ? Float64Array.from({ length: intervals + 1 }, (_, i) => -span + (2 * span * i) / intervals)
    : Float64Array.from({ length: intervals / 2 }, (_, i) => -span + (2 * span * (2 * i + 1)) / intervals);
  return { columns: [Column.fromNormals(places)], logWeights: places.map((s) => -0.5 * s * s - logRootTwoPi) };
}

/** Some nodes of a square grid, within the circle at whose edge a product of two normal densities is as small as at the ends of the axes. */
function planeNodes(intervals: number, isNew: (i: number, j: number) => boolean) {
  const at = (i: number) => -span + (2 * span * i) / intervals;
  const first: number[] = [];
  const second: number[] = [];
  for (let i = 0; i <= intervals; i++) {
    for (let j = 0; j <= intervals; j++) {
      if (at(i) ** 2 + at(j) ** 2 > span ** 2 || !isNew(i, j)) continue;
      first.push(at(i));
      second.push(at(j));
    }
  }
  const [s, t] = [Float64Array.from(first), Float64Array.from(second)];
  return {
    columns: [Column.fromNormals(s), Column.fromNormals(t)],
    logWeights: s.map((each, n) => -0.5 * (each * each + t[n]! ** 2) - 2 * logRootTwoPi),
  };
}

function difference(density: Estimate['density'], before: Float64Array): number {
  let [largest, change] = [0, 0];
  for (let p = 0; p < density.length; p++) {
    const [now, then] = [density[p]!, before[p]!];
    if (!Number.isFinite(now) || !Number.isFinite(then)) continue;
    largest = Math.max(largest, now);
    change = Math.max(change, Math.abs(now - then));
  }
  return largest === 0 ? 0 : change / largest;
}
