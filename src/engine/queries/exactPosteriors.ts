import type { Evidence, Inquiry, Posterior } from '../api/query';
import { Unanswerable } from '../api/unanswerable';
import type { Numbers } from '../evaluate/numbers';
import { filter } from '../factors/gaussian/filter';
import { isLinearGaussian } from '../factors/gaussian/linear';
import { linearGaussian } from '../factors/gaussian/linearGaussian';
import { type Moments, smooth } from '../factors/gaussian/smoother';
import { type Known, type KnownValues, knownOf } from '../factors/tables/known';
import { discretePosteriors } from '../factors/tables/posterior';
import { logSumExp } from '../math/logSum';
import type { Element } from '../plan/graph';
import { type Part, partsOf } from '../plan/parts';
import { planPart } from '../plan/planPart';
import { sizeOf } from '../values/shape';
import type { SpreadBelief, StateBelief } from './belief';
import { mixtureOfNormals, weightsOf } from './gaussianBelief';
import { type GaussianState, isGaussianPart, solvedStates } from './gaussianPart';
import { settledDensity } from './partDensity';
import { queryMethod, type Work } from './queryMethod';
import { reliability, stated } from './stated';
import { tableBelief } from './tableBelief';

/** What one part of a query says, by sums and closed forms. */
interface ExactPart {
  /** log of the part's share of the evidence. */
  readonly log: number;
  readonly impossible: string | null;
  readonly work: Work;
  readonly of: readonly (readonly [Element, StateBelief | SpreadBelief])[];
}

export interface ExactPosteriors {
  /** Without elements that take an integral by nodes or draws, and those that are known. */
  readonly of: ReadonlyMap<Element, Posterior>;
  /** Where the evidence is impossible, a sentence that says so. */
  readonly impossible: string | null;
}

/**
 * The posteriors of some elements, each by itself, as far as sums and closed forms give them: all elements of a part (a chain, a tree, a network) from
 * one pass over it and one back, in about twice the time of one.
 * @throws Unanswerable where the evidence names what the model does not have or has values of the wrong size
 */
export function* exactPosteriors(
  inquiry: Inquiry,
  of: readonly Element[],
  evidence: Evidence,
): Generator<null, ExactPosteriors> {
  const known = new Map<string, Known>();
  for (const each of knownOf(inquiry.graph, evidence)) known.set(each.element.key, each);
  const found = new Map<Element, Posterior>();
  let impossible: string | null = null;
  // Continuous elements below discrete ones would take these out of the tables.
  for (const kind of [true, false]) {
    const targets = of.filter(({ key, discrete }) => discrete === kind && !known.has(key));
    if (targets.length > 0) impossible ??= yield* together(inquiry, new Set(targets), evidence, known, found);
  }
  return { of: found, impossible };
}

/** @returns where the evidence is impossible, a sentence that says so */
function* together(
  inquiry: Inquiry,
  targets: ReadonlySet<Element>,
  evidence: Evidence,
  known: KnownValues,
  found: Map<Element, Posterior>,
): Generator<null, string | null> {
  const { given, graph } = inquiry;
  const seen = Array.from(known.values(), ({ element }) => element);
  const closure = graph.closure([...targets, ...seen]);
  const parentOf = emissions(given, closure, targets, known);
  const exact: ExactPart[] = [];
  const others: Part[] = [];
  let impossible: string | null = null;
  const hidden = new Set(parentOf.values());
  const inside = parentOf.size === 0 ? closure : closure.filter((element) => !parentOf.has(element));
  for (const part of partsOf(inside, known, null)) {
    const own = part.free.filter((element) => targets.has(element) || hidden.has(element.key));
    const answer = summed(given, part, own, evidence) ?? (yield* gaussian(given, part, own, known));
    if (answer === null) others.push(part);
    else exact.push(answer);
    impossible ??= answer?.impossible ?? null;
    yield null;
  }
  if (exact.every((part) => part.of.length === 0)) return impossible;
  let logEvidence = exact.reduce((sum, { log }) => sum + log, 0);
  let [squares, sampled] = [0, false];
  for (const part of others) {
    const { logs, errors } = yield* settledDensity(inquiry, part, known);
    logEvidence += logs[0]!;
    if (errors === null) continue;
    sampled = true;
    squares += errors[0]! ** 2;
  }
  // Impossible in one part is impossible, whatever the others say.
  if (Number.isNaN(logEvidence)) logEvidence = Number.NEGATIVE_INFINITY;
  const isPrior = evidence.size === 0;
  const base = {
    logEvidence: isPrior ? 0 : logEvidence,
    logEvidenceError: isPrior || !sampled ? null : Math.sqrt(squares),
  };
  const tell = (element: Element, belief: StateBelief | SpreadBelief, method: Posterior['method']) => {
    if (targets.has(element)) found.set(element, told(element, belief, method, base));
  };
  /** By the keys of what emissions hang on. */
  const above = new Map<string, { readonly part: ExactPart; readonly belief: StateBelief | SpreadBelief }>();
  for (const part of exact) {
    if (part.of.length === 0) continue;
    const method = reliability(queryMethod([part.work], ''), null, base.logEvidence);
    for (const [element, belief] of part.of) {
      tell(element, belief, method);
      if (hidden.has(element.key)) above.set(element.key, { part, belief });
    }
  }
  for (const [element, parent] of parentOf) {
    const on = above.get(parent);
    if (on?.belief.kind !== 'states') continue;
    const belief = emission(inquiry, element, parent, on.belief, known);
    if (belief === null) continue;
    const states = on.belief.probabilities.length;
    const work: Work = { ...on.part.work, method: 'gaussian', states, dimensions: belief.mean.length };
    tell(element, belief, reliability(queryMethod([work], ''), null, base.logEvidence));
  }
  if (logEvidence > Number.NEGATIVE_INFINITY) return null;
  return impossible ?? 'The given values are impossible together: nothing can be said of the others.';
}

function told(
  element: Element,
  belief: StateBelief | SpreadBelief,
  method: Posterior['method'],
  { logEvidence, logEvidenceError }: Pick<Posterior, 'logEvidence' | 'logEvidenceError'>,
): Posterior {
  const [final, effectiveSampleSize] = [true, null];
  if (belief.kind === 'states') {
    const { values, labels, probabilities, mostProbable } = stated(element, belief);
    return {
      kind: 'discrete',
      final,
      method,
      logEvidence,
      logEvidenceError,
      effectiveSampleSize,
      values,
      labels,
      probabilities,
      mostProbable,
    };
  }
  const known = (each: Float64Array) => (logEvidence === Number.NEGATIVE_INFINITY ? each.map(() => Number.NaN) : each);
  const mean = known(belief.mean);
  return {
    kind: 'continuous',
    final,
    method,
    logEvidence,
    logEvidenceError,
    effectiveSampleSize,
    size: mean.length,
    mean,
    covariance: known(belief.covariance),
    quantiles: belief.quantiles.map(known),
  };
}

/** A part whose unknown elements are all discrete: tables are multiplied and summed. */
function summed(given: Numbers, part: Part, own: readonly Element[], evidence: Evidence): ExactPart | null {
  if (!own.every(({ discrete }) => discrete)) return null;
  if (!part.free.every(({ discrete, deterministic }) => discrete || deterministic)) return null;
  const sums = discretePosteriors(given, part.elements, own, evidence);
  if (sums.kind !== 'single' || !sums.settled) return null;
  const of = own.map((element, i): [Element, StateBelief] => {
    const { states, probabilities } = sums.of[i]!;
    return [element, { kind: 'states', values: states.values, probabilities }];
  });
  const { truncated } = sums;
  const method = part.free.length === 0 ? 'direct' : 'sum';
  const work: Work = { method, free: part.free, states: 1, nodes: 1, dimensions: 0, error: 0, truncated };
  return { log: sums.logEvidence, impossible: sums.impossible, work, of };
}

/** Joint states × elements of a part, at most: for each of them there is a Gaussian. */
const momentLimit = 2 ** 18;

/** A part that is linear and Gaussian given its discrete elements: the mixture, over their joint states, of what the smoother says. */
function* gaussian(
  given: Numbers,
  part: Part,
  own: readonly Element[],
  known: KnownValues,
): Generator<null, ExactPart | null> {
  try {
    const plan = planPart(given, part, known, new Set(own));
    if (plan.kind !== 'nodes' || !isGaussianPart(given, plan)) return null;
    if (plan.table.count * own.length > momentLimit) return null;
    const inTable = own.filter((element) => plan.table.elements.includes(element));
    const continuous = own.filter((element) => !inTable.includes(element));
    const keys = continuous.map(({ key }) => key);
    const nothing: ReadonlyMap<string, Moments> = new Map();
    const states = yield* solvedStates(given, part, plan, known, (model, evidence) =>
      keys.length === 0
        ? { of: nothing, logEvidence: filter(model, evidence, []).logEvidence }
        : smooth(model, evidence, keys),
    );
    if (states === null) return null;
    const possible = states.filter(({ logWeight }) => logWeight > Number.NEGATIVE_INFINITY);
    const log = logSumExp(possible.map(({ logWeight }) => logWeight));
    const of: [Element, StateBelief | SpreadBelief][] = [];
    const weights = weightsOf(plan, possible);
    for (const element of inTable) of.push([element, tableBelief(plan.table, element, weights).distribution]);
    for (const element of continuous) {
      const components = possible.map((each) => ({ ...each, filtered: each.filtered.of.get(element.key)! }));
      of.push([element, mixtureOfNormals(components, log, sizeOf(element.variable.type.shape))]);
    }
    const { table, dimensions } = plan;
    const { count, truncated } = table;
    const work: Work = {
      method: 'gaussian',
      free: part.free,
      states: count,
      nodes: 1,
      dimensions,
      error: 0,
      truncated,
    };
    return { log, impossible: null, work, of };
  } catch (error) {
    // What is too large together may not be so for one of them.
    if (error instanceof Unanswerable) return null;
    throw error;
  }
}

/**
 * Gaussian elements that nothing depends on and that depend on one unknown variable, a discrete one: emissions of a hidden Markov chain. Given
 * the state of that they are independent of all else.
 * @returns with the key of that variable
 */
function emissions(
  given: Numbers,
  closure: readonly Element[],
  targets: ReadonlySet<Element>,
  known: KnownValues,
): Map<Element, string> {
  const result = new Map<Element, string>();
  if (Array.from(targets).every((element) => element.discrete)) return result;
  const parents = new Set(closure.flatMap((element) => element.parents));
  const discrete = new Set(closure.flatMap((element) => (element.discrete ? [element.key] : [])));
  for (const element of targets) {
    if (element.discrete || parents.has(element.key) || !isLinearGaussian(element, given.program)) continue;
    const unknown = element.parents.filter((key) => !known.has(key));
    if (unknown.length === 1 && discrete.has(unknown[0]!)) result.set(element, unknown[0]!);
  }
  return result;
}

/** The mixture, over the states of its parent, of an element's Gaussians. */
function emission(
  { given, graph }: Inquiry,
  element: Element,
  parent: string,
  { values, probabilities }: StateBelief,
  known: KnownValues,
): SpreadBelief | null {
  const constants = new Map<string, Float64Array>();
  for (const key of element.parents) if (key !== parent) constants.set(key, known.get(key)!.values);
  const all = [...element.parents.map((key) => graph.byKey(key)), element];
  const size = values.length / probabilities.length;
  const components: GaussianState<Moments>[] = [];
  for (let state = 0; state < probabilities.length; state++) {
    if (!(probabilities[state]! > 0)) continue;
    constants.set(parent, values.slice(state * size, (state + 1) * size));
    const model = linearGaussian(given, all, constants);
    if (model === null) return null;
    const { mean, covariance } = filter(model, new Map(), [element.key]);
    components.push({ state, logWeight: Math.log(probabilities[state]!), filtered: { mean, covariance } });
  }
  return mixtureOfNormals(
    components,
    logSumExp(components.map(({ logWeight }) => logWeight)),
    sizeOf(element.variable.type.shape),
  );
}
