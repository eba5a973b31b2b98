import { logRootTwoPi } from '../math/normalCdf';
import { Column } from '../sampling/columns';
import { type Estimate, type Steps, Sums, type Task } from './marginal';

/**
 * The integral over one or two continuous variables: the trapezoidal rule in the standard normals behind them, on
 * [−10, 10] in each direction. For an analytic integrand that vanishes at both ends its error falls exponentially in the number of
 * nodes. Every level halves the spacing and keeps the nodes before it; the difference between two levels bounds the
 * error of the finer one.
 */
export function* quadrature(task: Task): Steps {
  const dimensions = task.plan.dimensions as 1 | 2;
  const sums = new Sums(task, 1);
  const budget = Math.min(
    dimensions === 1 ? 2 ** 17 : 2 ** 19,
    evaluationLimit / (task.points.cost * task.plan.table.count),
  );
  let intervals = dimensions === 1 ? 128 : 32;
  let before: Float64Array | null = null;
  let nodes = 0;
  for (let level = 0; ; level++) {
    const { columns, logWeights } = newNodes(intervals, dimensions, level === 0);
    nodes += logWeights.length;
    yield* sums.add(columns, logWeights.length, logWeights, () => 0);
    const estimate = sums.estimate(dimensions * Math.log((2 * span) / intervals), nodes);
    if (before !== null) {
      const relativeError = difference(estimate.density, before);
      const settled =
        relativeError <= (task.points.grid === null ? tolerance : planeTolerance) || nodes * 2 ** dimensions > budget;
      yield { ...estimate, relativeError, settled };
      if (settled) return;
    }
    before = estimate.density;
    intervals *= 2;
  }
}

/** Beyond it lies less than 2e-23 of a standard normal’s mass: the far tails of a marginal keep their shape. */
const span = 10;
/** Largest change of the curve, as a share of its maximum, from the level before. */
const tolerance = 1e-4;
/** The same for a heat map, in which less can be seen. */
const planeTolerance = 2e-3;
/** Points × joint states × nodes that one curve may take. */
const evaluationLimit = 2 ** 28;

/** The nodes that a level adds to those before it: all of the first, then those with an odd place in some direction. */
export function newNodes(
  intervals: number,
  dimensions: 1 | 2,
  all: boolean,
): { columns: Column[]; logWeights: Float64Array } {
  const at = (i: number) => -span + (2 * span * i) / intervals;
  const first: number[] = [];
  const second: number[] = [];
  for (let i = 0; i <= intervals; i++) {
    if (dimensions === 1) {
      if (all || i % 2 === 1) first.push(at(i));
      continue;
    }
    for (let j = 0; j <= intervals; j++) {
      // Outside of this circle a product of two normal densities is as small as at the ends of the axes.
      if (at(i) ** 2 + at(j) ** 2 > span ** 2) continue;
      if (!all && i % 2 === 0 && j % 2 === 0) continue;
      first.push(at(i));
      second.push(at(j));
    }
  }
  const logWeights = Float64Array.from(first, (s, n) => {
    const t = dimensions === 1 ? 0 : second[n]!;
    return -0.5 * (s * s + t * t) - dimensions * logRootTwoPi;
  });
  const columns = [first, second].slice(0, dimensions).map((normals) => Column.fromNormals(Float64Array.from(normals)));
  return { columns, logWeights };
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
