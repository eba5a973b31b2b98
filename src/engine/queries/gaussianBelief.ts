import { type Inquiry, quantileLevels } from '../api/query';
import type { Moments } from '../factors/gaussian/smoother';
import type { KnownValues } from '../factors/tables/known';
import { normal } from '../families/normal';
import { logSumExp } from '../math/logSum';
import { logRootTwoPi } from '../math/normalCdf';
import { normalQuantile } from '../math/normalQuantile';
import type { Element } from '../plan/graph';
import type { Part } from '../plan/parts';
import type { NodesPlan } from '../plan/planPart';
import { sizeOf } from '../values/shape';
import { addMoments } from './atoms';
import type { Belief, SpreadBelief } from './belief';
import { type GaussianState, gaussianStates, isGaussianPart } from './gaussianPart';
import { mixtureQuantiles } from './mixture';
import { tableBelief } from './tableBelief';

/**
 * An element of a part in which everything is linear and Gaussian given the discrete elements, exactly.
 * @returns null where the part is not of that kind
 */
export function* gaussianBelief(
  { given }: Inquiry,
  part: Part,
  plan: NodesPlan,
  known: KnownValues,
  target: Element,
): Generator<null, Belief | null> {
  if (!isGaussianPart(given, plan)) return null;
  const inTable = plan.table.elements.includes(target);
  const states = yield* gaussianStates(given, part, plan, known, inTable ? [] : [target]);
  if (states === null) return null;
  const log = logSumExp(states.map(({ logWeight }) => logWeight));
  const distribution = inTable
    ? tableBelief(plan.table, target, weightsOf(plan, states)).distribution
    : mixtureOfNormals(states, log, sizeOf(target.variable.type.shape));
  return {
    distribution,
    log,
    logError: null,
    effectiveSampleSize: null,
    work: {
      method: 'gaussian',
      free: part.free,
      states: plan.table.count,
      nodes: 1,
      dimensions: plan.dimensions,
      error: 0,
      truncated: plan.table.truncated,
    },
    settled: true,
  };
}

/** log of the weight of every joint state of the table. */
export function weightsOf(plan: NodesPlan, states: readonly GaussianState<unknown>[]): Float64Array {
  const logs = new Float64Array(plan.table.count).fill(Number.NEGATIVE_INFINITY);
  for (const { state, logWeight } of states) logs[state] = logWeight;
  return logs;
}

/** @param log of the sum of all weights; without states that are possible it is −Infinity */
export function mixtureOfNormals(states: readonly GaussianState<Moments>[], log: number, size: number): SpreadBelief {
  if (states.length === 1) return oneNormal(states[0]!, size);
  const weights = Float64Array.from(states, ({ logWeight }) =>
    log === Number.NEGATIVE_INFINITY ? 0 : Math.exp(logWeight - log),
  );
  const mean = new Float64Array(size);
  const covariance = new Float64Array(size * size);
  const values = new Float64Array(states.length * size);
  states.forEach(({ filtered }, i) => {
    values.set(filtered.mean, i * size);
  });
  addMoments({ size, values, weights }, mean, covariance);
  states.forEach(({ filtered }, i) => {
    for (let j = 0; j < size * size; j++) covariance[j]! += weights[i]! * filtered.covariance[j]!;
  });
  const quantiles = Array.from({ length: size }, (_, j) => {
    const parameters = states.map(({ filtered }) => [
      filtered.mean[j]!,
      Math.sqrt(Math.max(0, filtered.covariance[j * size + j]!)),
    ]);
    return mixtureQuantiles({
      weights,
      cdf: (i, x) =>
        normalOrPoint(
          parameters[i]!,
          () => normal.cdf(x, parameters[i]!),
          (at) => (x >= at ? 1 : 0),
        ),
      quantile: (i, u) =>
        normalOrPoint(
          parameters[i]!,
          () => normal.quantile(u, parameters[i]!),
          (at) => at,
        ),
    });
  });
  return {
    kind: 'spread',
    mean,
    covariance,
    quantiles,
    logDensity: (j, x) => ({ logs: logDensity(states, weights, j, size, x), errors: null, smoothed: false }),
  };
}

const standardQuantiles = Float64Array.from(quantileLevels, normalQuantile);

function oneNormal(state: GaussianState<Moments>, size: number): SpreadBelief {
  const { mean, covariance } = state.filtered;
  const quantiles: Float64Array[] = [];
  for (let j = 0; j < size; j++) {
    const sd = Math.sqrt(Math.max(0, covariance[j * size + j]!));
    quantiles.push(standardQuantiles.map((each) => mean[j]! + sd * each));
  }
  return {
    kind: 'spread',
    mean,
    covariance,
    quantiles,
    logDensity: (j, x) => ({
      logs: logDensity([state], Float64Array.of(1), j, size, x),
      errors: null,
      smoothed: false,
    }),
  };
}

/** Of coordinate j in the mixture; Infinity at a value that has all of a component's probability. */
function logDensity(
  states: readonly GaussianState<Moments>[],
  weights: Float64Array,
  j: number,
  size: number,
  x: Float64Array,
): Float64Array {
  return x.map((at) =>
    logSumExp(
      states.map(({ filtered }, i) => {
        const sd = Math.sqrt(Math.max(0, filtered.covariance[j * size + j]!));
        const off = at - filtered.mean[j]!;
        if (sd === 0) return off === 0 && weights[i]! > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
        return Math.log(weights[i]!) - 0.5 * (off / sd) ** 2 - Math.log(sd) - logRootTwoPi;
      }),
    ),
  );
}

/** Without spread it is its mean. */
function normalOrPoint(parameters: readonly number[], spread: () => number, point: (at: number) => number): number {
  return parameters[1]! > 0 ? spread() : point(parameters[0]!);
}
