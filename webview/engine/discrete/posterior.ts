import type { States } from '../discreteStates';
import { eliminate, marginals } from '../elimination';
import type { Element } from '../graph';
import type { Evidence } from '../queries/query';
import { impossibleSentence } from './impossible';
import type { DiscreteNetwork, Question, Refused } from './network';
import { settledNetwork } from './settledNetwork';

interface Answer {
  /** log p(evidence), natural logarithm; 0 where there is none, −Infinity where it is impossible. */
  readonly logEvidence: number;
  /** The variables, summed over or asked for, of whose infinite supports values of very small probability were left out. */
  readonly truncated: readonly string[];
  /** Where the evidence is impossible, a sentence that says so. */
  readonly impossible: string | null;
}

/** p(targets | evidence) as one table. */
export interface JointPosterior extends Answer {
  readonly kind: 'joint';
  readonly elements: readonly Element[];
  /** The values that each target can take; of an observed one its value alone. */
  readonly states: readonly States[];
  /** Over the joint states, row-major in the order of the targets. They sum to 1; where the evidence is impossible, all are 0. */
  readonly probabilities: Float64Array;
}

/** p(target | evidence) of several targets, each by itself. */
export interface SinglePosteriors extends Answer {
  readonly kind: 'single';
  /** By the keys of the targets. */
  readonly of: ReadonlyMap<string, SinglePosterior>;
}

export interface SinglePosterior {
  readonly states: States;
  /** Of every state. They sum to 1; where the evidence is impossible, all are 0. */
  readonly probabilities: Float64Array;
}

/**
 * The joint posterior of some discrete variables given values of any variables, exact: all others are summed out by variable elimination.
 * Without targets it has one state, and is asked for its evidence.
 * @throws Unanswerable where a parameter is outside of its domain
 */
export function discretePosterior(
  question: Question,
  targets: readonly Element[],
  evidence: Evidence,
): JointPosterior | Refused {
  const network = settledNetwork(question, targets, evidence);
  if (network.kind !== 'network') return network;
  const keys = targets.map(({ key }) => key);
  const result = eliminate(network.factors, keys, network.sizes);
  if (result.kind === 'too-large') return result;
  const { values, logScale } = result.factor;
  const total = values.reduce((sum, value) => sum + value, 0);
  return {
    kind: 'joint',
    elements: targets,
    states: statesOf(network, targets),
    probabilities: total > 0 ? values.map((value) => value / total) : values,
    ...answer(network, evidence, logScale + Math.log(total)),
  };
}

/**
 * The posterior of each of some discrete variables by itself; all together in about twice the time of one (forward and backward along a
 * chain).
 * @throws Unanswerable where a parameter is outside of its domain
 */
export function discretePosteriors(
  question: Question,
  targets: readonly Element[],
  evidence: Evidence,
): SinglePosteriors | Refused {
  const network = settledNetwork(question, targets, evidence);
  if (network.kind !== 'network') return network;
  const result = marginals(
    network.factors,
    targets.map(({ key }) => key),
    network.sizes,
  );
  if (result.kind === 'too-large') return result;
  const of = new Map(
    targets.map(({ key }) => {
      const states = network.states.get(key)!;
      return [key, { states, probabilities: result.of.get(key) ?? new Float64Array(states.count) }];
    }),
  );
  return {
    kind: 'single',
    of,
    ...answer(network, evidence, result.logTotal),
  };
}

function statesOf({ states }: DiscreteNetwork, targets: readonly Element[]): States[] {
  return targets.map(({ key }) => states.get(key)!);
}

function answer({ truncated, impossible }: DiscreteNetwork, evidence: Evidence, log: number): Answer {
  return {
    // Without evidence its probability is 1 whatever rounding made of it.
    logEvidence: evidence.size === 0 ? 0 : log,
    truncated,
    impossible: log === Number.NEGATIVE_INFINITY ? impossibleSentence(impossible, evidence) : null,
  };
}
