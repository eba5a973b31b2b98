import { Column } from '../sampling/columns';
import { Sobol } from '../sampling/sobol';
import { type Estimate, type Steps, Sums, type Task } from './marginal';

/** Independent randomisations; their spread gives the standard error. */
export const replicates = 16;

/**
 * The mean over randomised quasi-random draws: in each of 16 replicates the points of a Sobol sequence, scrambled
 * independently, so that every replicate alone is unbiased and the spread between them measures the error. The number of
 * draws doubles until the largest standard error is at most 0.2 % of the curve's maximum, or the budget is used up.
 */
export function* quasiMonteCarlo(task: Task): Steps {
  const { plan, points, seed } = task;
  const sums = new Sums(task, replicates);
  const sequences = Array.from({ length: replicates }, (_, r) => new Sobol(plan.dimensions, seed, r));
  const budget = Math.min(drawLimit, evaluationLimit / (points.cost * plan.table.count));
  let done = 0;
  let goal = Math.max(1, 2 ** Math.round(Math.log2(task.draws / replicates)));
  for (;;) {
    const more = goal - done;
    const columns = Array.from({ length: plan.dimensions }, (_, j) =>
      task.base.column(`sobol|${seed}|${j}|${plan.dimensions}|${done}|${more}`, more * replicates, () => {
        const all = new Float64Array(more * replicates);
        sequences.forEach((sequence, r) => {
          sequence.fill(j, done, all.subarray(r * more, (r + 1) * more));
        });
        return Column.fromUniforms(all);
      }),
    );
    yield* sums.add(columns, more * replicates, null, (draw) => Math.floor(draw / more));
    done = goal;
    const estimate = combine(sums, points.count, done);
    const settled =
      estimate.relativeError <= (points.grid === null ? tolerance : planeTolerance) || 2 * done * replicates > budget;
    yield { ...estimate, settled };
    if (settled) return;
    goal *= 2;
  }
}

/** Standard error over the curve's maximum that is good enough. */
const tolerance = 2e-3;
/** The same for a heat map, in which less can be seen. */
const planeTolerance = 1e-2;
const drawLimit = 2 ** 18;
/** Points × joint states × draws that one curve may take. */
const evaluationLimit = 2 ** 28;

/** Mean and standard error over the replicates. */
function combine(sums: Sums, points: number, perReplicate: number): Estimate {
  const density = new Float64Array(points);
  const logDensity = new Float64Array(points);
  const standardError = new Float64Array(points);
  let [largest, worst] = [0, 0];
  for (let p = 0; p < points; p++) {
    const logs = Array.from({ length: replicates }, (_, r) => sums.totals.log(r, p) - Math.log(perReplicate));
    const top = Math.max(...logs);
    if (top === Number.NEGATIVE_INFINITY) {
      logDensity[p] = top;
      continue;
    }
    // Relative to the largest, so that the far tails keep a logarithm when their densities are too small for a number.
    const shares = logs.map((log) => Math.exp(log - top));
    const mean = shares.reduce((a, b) => a + b, 0) / replicates;
    const variance = shares.reduce((a, b) => a + (b - mean) ** 2, 0) / (replicates - 1);
    logDensity[p] = top + Math.log(mean);
    density[p] = Math.exp(logDensity[p]!);
    standardError[p] = Math.exp(top) * Math.sqrt(variance / replicates);
    if (!Number.isFinite(density[p]!)) continue;
    largest = Math.max(largest, density[p]!);
    worst = Math.max(worst, standardError[p]!);
  }
  return {
    density,
    logDensity,
    standardError,
    components: sums.componentDensities(-Math.log(perReplicate * replicates)),
    weights: sums.componentWeights(),
    // Where no draw has come near any point, nothing is known.
    relativeError: largest === 0 ? 1 : worst / largest,
    nodes: perReplicate * replicates,
    settled: false,
  };
}
