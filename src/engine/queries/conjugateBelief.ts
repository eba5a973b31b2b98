import type { Numbers } from '../evaluate/numbers';
import type { KnownValues } from '../factors/tables/known';
import { gamma } from '../families/gamma';
import { logSumExp } from '../math/logSum';
import type { Element } from '../plan/graph';
import type { Part } from '../plan/parts';
import type { NodesPlan } from '../plan/planPart';
import { addMoments } from './atoms';
import type { Belief, SpreadBelief } from './belief';
import { componentDensity } from './componentDensity';
import { type ConjugateState, conjugateStates } from './conjugatePart';
import { mixtureQuantiles } from './mixture';
import type { Work } from './queryMethod';
import { tableBelief } from './tableBelief';

/**
 * An element of a part in which the unknown numbers are rates in closed form, one of these or a discrete one.
 * @returns null where the part is not of that kind
 */
export function conjugateBelief(
  given: Numbers,
  part: Part,
  plan: NodesPlan,
  known: KnownValues,
  target: Element,
): Belief | null {
  const states = conjugateStates(given, part, plan, known);
  if (states === null) return null;
  const log = logSumExp(states.map(({ logWeight }) => logWeight));
  let distribution: Belief['distribution'];
  if (plan.table.elements.includes(target)) {
    const logs = new Float64Array(plan.table.count).fill(Number.NEGATIVE_INFINITY);
    for (const { state, logWeight } of states) logs[state] = logWeight;
    distribution = tableBelief(plan.table, target, logs).distribution;
  } else if (states.every(({ of }) => of.has(target.key))) {
    distribution = mixtureOfGammas(states, log, target.key);
  } else return null;
  return {
    distribution,
    log,
    logError: null,
    effectiveSampleSize: null,
    work: conjugateWork(part, plan),
    settled: true,
  };
}

export function conjugateWork(part: Part, { table }: NodesPlan): Work {
  return {
    method: 'sum',
    free: part.free,
    states: table.count,
    nodes: 1,
    dimensions: 0,
    error: 0,
    truncated: table.truncated,
    closed: true,
  };
}

function mixtureOfGammas(states: readonly ConjugateState[], log: number, key: string): SpreadBelief {
  const isPossible = log > Number.NEGATIVE_INFINITY;
  const weights = Float64Array.from(states, ({ logWeight }) => (isPossible ? Math.exp(logWeight - log) : 0));
  const components = states.map(({ of }) => ({ family: gamma, parameters: of.get(key)! }));
  const values = Float64Array.from(components, ({ parameters }) => gamma.mean(parameters));
  const [mean, covariance] = [new Float64Array(1), new Float64Array(1)];
  addMoments({ size: 1, values, weights }, mean, covariance);
  components.forEach(({ parameters }, i) => {
    covariance[0]! += weights[i]! * gamma.variance(parameters);
  });
  return {
    kind: 'spread',
    mean,
    covariance,
    quantiles: [
      mixtureQuantiles({
        weights,
        cdf: (i, x) => gamma.cdf(x, components[i]!.parameters),
        quantile: (i, u) => gamma.quantile(u, components[i]!.parameters),
      }),
    ],
    logDensity: (_, x) => ({ logs: componentDensity(components, weights, x), errors: null, smoothed: false }),
  };
}
