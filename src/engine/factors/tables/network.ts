import type { Evidence } from '../../api/query';
import type { States } from '../../evaluate/laws/discreteStates';
import type { Numbers } from '../../evaluate/numbers';
import type { Element } from '../../plan/graph';
import type { Factor, TooLarge } from '../elimination/elimination';
import { conditionalLimit, conditionalsFor, leastLog } from './conditionals';
import { isOfType } from './impossible';

/** Why a question has no exact answer over discrete variables. */
export type Refused =
  | TooLarge
  /** An unobserved variable has no states that could be enumerated: it is continuous, or takes too many values. */
  | { readonly kind: 'not-enumerable'; readonly variable: string };

/** p(unobserved, evidence) as a product of factors over the states of the unobserved variables. */
export interface DiscreteNetwork {
  readonly kind: 'network';
  /** The states of every element: those of an observed one are its value alone. */
  readonly states: ReadonlyMap<string, States>;
  readonly factors: readonly Factor[];
  /** The variables whose infinite supports were cut off. */
  readonly truncated: readonly string[];
  /** Observed variables whose values are impossible by themselves. */
  readonly impossible: readonly Element[];
}

/**
 * Writes some elements as a product of factors: a conditional table for every unobserved variable, and for every observed one, of any
 * kind, the likelihood of its parents' states.
 * @param elements parents before children; parents that are not among them are in the evidence
 * @param reach for variables whose supports are cut off, how often to double what is kept
 * @throws Unanswerable where a parameter is outside of its domain
 */
export function discreteNetwork(
  given: Numbers,
  elements: readonly Element[],
  evidence: Evidence,
  reach: ReadonlyMap<string, number> = new Map(),
): DiscreteNetwork | Refused {
  const conditionals = conditionalsFor(given);
  const states = new Map<string, States>();
  const factors: Factor[] = [];
  const truncated: string[] = [];
  const impossible: Element[] = [];
  const observed: Element[] = [];
  const values: Float64Array[] = [];
  const statesOf = (key: string) => {
    let own = states.get(key);
    if (own === undefined) {
      own = { count: 1, values: evidence.get(key)!, truncated: false };
      states.set(key, own);
    }
    return own;
  };
  for (const element of elements) {
    const { key } = element;
    const value = evidence.get(key);
    if (value !== undefined) {
      if (isOfType(value, element.variable.type)) {
        states.set(key, { count: 1, values: value, truncated: false });
        observed.push(element);
        values.push(value);
        continue;
      }
      // Nothing can be made of a category that there is none of: without it the states of the others are known at least.
      if (impossible.length === 0) factors.push(zero);
      impossible.push(element);
    }
    if (!element.discrete && !element.deterministic) return { kind: 'not-enumerable', variable: key };
    const parents = element.parents.map(statesOf);
    let nodes = 1;
    for (const { count } of parents) nodes *= count;
    if (nodes > conditionalLimit) {
      return { kind: 'too-large', variables: element.parents, states: nodes, limit: conditionalLimit };
    }
    const table = conditionals.table(element, parents, reach.get(key));
    if (table === null) return { kind: 'not-enumerable', variable: key };
    states.set(key, table.states);
    const keys = element.parents.concat(key);
    const factor = { keys, sizes: countsOf(parents, table.states), values: table.values, logScale: 0 };
    factors.push(table.logValues === undefined ? factor : { ...factor, logValues: table.logValues });
    if (table.states.truncated) truncated.push(key);
  }
  const parents = observed.map((element) => element.parents.map(statesOf));
  conditionals.logLikelihoods(observed, parents, values).forEach((logs, i) => {
    const factor = likelihoodFactor(observed[i]!.parents, countsOf(parents[i]!), logs);
    if (factor.logValues === undefined && factor.values.every((value) => value === 0)) impossible.push(observed[i]!);
    factors.push(factor);
  });
  return { kind: 'network', states, factors, truncated, impossible };
}

function countsOf(parents: readonly States[], own?: States): number[] {
  const counts: number[] = [];
  for (const { count } of parents) counts.push(count);
  if (own !== undefined) counts.push(own.count);
  return counts;
}

/** The factor of an impossible event. */
const zero: Factor = { keys: [], sizes: [], values: Float64Array.of(0), logScale: 0 };

/** Of log likelihoods; one that is undefined counts as impossible. */
function likelihoodFactor(keys: readonly string[], sizes: readonly number[], logs: Float64Array): Factor {
  let most = Number.NEGATIVE_INFINITY;
  for (let s = 0; s < logs.length; s++) if (logs[s]! > most) most = logs[s]!;
  const logScale = most === Number.NEGATIVE_INFINITY ? 0 : most;
  let lost = false;
  for (let s = 0; s < logs.length; s++) {
    const log = Number.isNaN(logs[s]!) ? Number.NEGATIVE_INFINITY : logs[s]! - logScale;
    logs[s] = log;
    lost ||= log < leastLog && log > Number.NEGATIVE_INFINITY;
  }
  const values = lost ? new Float64Array(logs.length) : logs;
  for (let s = 0; s < logs.length; s++) values[s] = Math.exp(logs[s]!);
  return lost ? { keys, sizes, values, logScale, logValues: logs } : { keys, sizes, values, logScale };
}
