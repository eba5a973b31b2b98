import type { States } from '../discreteStates';
import type { Factor, TooLarge } from '../elimination';
import type { Numbers } from '../evaluation';
import type { Element } from '../graph';
import type { Evidence } from '../queries/query';
import { type Conditionals, conditionalLimit, conditionalsFor, leastLog } from './conditionals';
import { isOfType } from './impossible';

/** Why a question has no exact answer over discrete variables. */
export type Refused =
  | TooLarge
  /** An unobserved variable has no states that could be enumerated: it is continuous, or takes too many values. */
  | { readonly kind: 'not-enumerable'; readonly variable: string };

/** p(unobserved, evidence) as a product of factors over the states of the unobserved variables. */
export interface DiscreteNetwork {
  readonly kind: 'network';
  /** Parents before children. */
  readonly elements: readonly Element[];
  /** The states of every element: those of an observed one are its value alone. */
  readonly states: ReadonlyMap<string, States>;
  readonly sizes: ReadonlyMap<string, number>;
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
  const impossible = elements.filter((element) => isForeign(element, evidence));
  // Nothing can be made of a category that there is none of: without it the states of the others are known at least.
  if (impossible.length > 0) factors.push(zero);
  const foreign = new Set(impossible.map(({ key }) => key));
  const statesOf = (key: string) => {
    let own = states.get(key);
    if (own === undefined) {
      own = { count: 1, values: evidence.get(key)!, truncated: false };
      states.set(key, own);
    }
    return own;
  };
  const parentsOf = ({ parents }: Element) => parents.map(statesOf);
  for (const element of elements) {
    const value = foreign.has(element.key) ? undefined : evidence.get(element.key);
    if (value !== undefined) {
      states.set(element.key, { count: 1, values: value, truncated: false });
      continue;
    }
    if (!element.discrete && !element.deterministic) return { kind: 'not-enumerable', variable: element.key };
    const parents = parentsOf(element);
    const nodes = parents.reduce((product, { count }) => product * count, 1);
    if (nodes > conditionalLimit) {
      return { kind: 'too-large', variables: element.parents, states: nodes, limit: conditionalLimit };
    }
    const table = conditionals.table(element, parents, reach.get(element.key));
    if (table === null) return { kind: 'not-enumerable', variable: element.key };
    states.set(element.key, table.states);
    const keys = [...element.parents, element.key];
    const { values, logValues } = table;
    const factor = { keys, sizes: sizesOf(keys, states), values, logScale: 0 };
    factors.push(logValues === undefined ? factor : { ...factor, logValues });
    if (table.states.truncated) truncated.push(element.key);
  }
  const observed = elements.filter(({ key }) => evidence.has(key) && !foreign.has(key));
  likelihoods(conditionals, observed, observed.map(parentsOf), evidence).forEach((factor, i) => {
    if (factor.values.every((value) => value === 0) && factor.logValues === undefined) impossible.push(observed[i]!);
    factors.push(factor);
  });
  const sizes = new Map(Array.from(states, ([key, { count }]) => [key, count]));
  return { kind: 'network', elements, states, sizes, factors, truncated, impossible };
}

function isForeign(element: Element, evidence: Evidence): boolean {
  const value = evidence.get(element.key);
  return value !== undefined && !isOfType(value, element.variable.type);
}

/** The factor of an impossible event. */
const zero: Factor = { keys: [], sizes: [], values: Float64Array.of(0), logScale: 0 };

function likelihoods(
  conditionals: Conditionals,
  observed: readonly Element[],
  parents: readonly (readonly States[])[],
  evidence: Evidence,
): Factor[] {
  const logs = conditionals.logLikelihoods(
    observed,
    parents,
    observed.map(({ key }) => evidence.get(key)!),
  );
  return observed.map((element, i) =>
    likelihoodFactor(
      element.parents,
      parents[i]!.map(({ count }) => count),
      logs[i]!,
    ),
  );
}

/** Of log likelihoods; one that is undefined counts as impossible. */
function likelihoodFactor(keys: readonly string[], sizes: readonly number[], logs: Float64Array): Factor {
  let most = Number.NEGATIVE_INFINITY;
  for (let s = 0; s < logs.length; s++) if (logs[s]! > most) most = logs[s]!;
  const logScale = most === Number.NEGATIVE_INFINITY ? 0 : most;
  const values = new Float64Array(logs.length);
  let lost = false;
  for (let s = 0; s < logs.length; s++) {
    const log = Number.isNaN(logs[s]!) ? Number.NEGATIVE_INFINITY : logs[s]! - logScale;
    logs[s] = log;
    values[s] = Math.exp(log);
    lost ||= log < leastLog && log > Number.NEGATIVE_INFINITY;
  }
  return lost ? { keys, sizes, values, logScale, logValues: logs } : { keys, sizes, values, logScale };
}

function sizesOf(keys: readonly string[], states: ReadonlyMap<string, States>): number[] {
  return keys.map((key) => states.get(key)!.count);
}
