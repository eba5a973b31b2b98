import { type Inquiry, quantileLevels } from '../api/query';
import { Unanswerable } from '../api/unanswerable';
import type { KnownValues } from '../factors/tables/known';
import { sumOut } from '../factors/tables/sumOut';
import type { Element } from '../plan/graph';
import { type Part, partsOf } from '../plan/parts';
import { type DiscretePlan, limitDimensions, type NodesPlan, planNodes, planPart } from '../plan/planPart';
import { projectedPlan } from '../plan/projectedPlan';
import { sizeOf } from '../values/shape';
import type { Belief, BeliefSteps } from './belief';
import { conjugateBelief } from './conjugateBelief';
import { gaussianBelief } from './gaussianBelief';
import { gridBelief } from './gridBelief';
import { nodesBelief } from './nodesBelief';
import { type PartDensity, refuseFunctions, settledDensity } from './partDensity';
import { tableBelief } from './tableBelief';

/** What is known of an element, and of the evidence in parts that have nothing to do with it. */
export interface Found {
  readonly belief: Belief;
  readonly others: readonly PartDensity[];
}

/**
 * Tells of an element given the known ones, in closed form where its part allows it, else by nodes.
 * @param closure all that it and the known ones depend on, parents before children
 * @param known all of them at one value
 */
export function* partBelief(
  inquiry: Inquiry,
  closure: readonly Element[],
  known: KnownValues,
  target: Element,
): Generator<Found | null, void> {
  const parts = partsOf(closure, known, null);
  const value = known.get(target.key);
  if (value !== undefined) {
    yield { belief: certain(target, value.values), others: yield* densities(inquiry, parts, known) };
    return;
  }
  const part = parts.find(({ free }) => free.includes(target))!;
  const exact = yield* exactBelief(inquiry, part, known, target);
  if (exact !== null) {
    yield { belief: exact, others: yield* densities(inquiry, without(parts, part), known) };
    return;
  }
  refuseFunctions(part, known);
  const { given } = inquiry;
  const isLeaf = !target.deterministic && closure.every(({ parents }) => !parents.includes(target.key));
  if (!isLeaf) {
    const whole = planNodes(given, part, known, new Set([target]));
    const plan = projectedPlan(given, part, whole, known, target) ?? whole;
    limitDimensions(plan);
    const place = isProjected(plan) ? 'projected' : 'node';
    const steps = nodesBelief(inquiry, part.free, plan, known, { element: target, place });
    yield* withOthers(steps, yield* densities(inquiry, without(parts, part), known));
    return;
  }
  const around = partsOf(closure, known, target);
  const above = around.find(({ free }) => free.some(({ key }) => target.parents.includes(key)));
  const base: Part = above ?? { elements: [], free: [] };
  const parents = base.free.filter(({ key }) => target.parents.includes(key));
  const ordinary = planNodes(given, base, known, new Set(parents));
  const plan = projectedPlan(given, base, ordinary, known, null, target) ?? ordinary;
  // Where it is Gaussian itself given linear forms, these may be fewer than what it depends on.
  const own =
    target.discrete || plan.dimensions < 2
      ? null
      : projectedPlan(given, part, planNodes(given, part, known, new Set([target])), known, target);
  if (own !== null && isProjected(own) && own.dimensions < plan.dimensions) {
    const steps = nodesBelief(inquiry, part.free, own, known, { element: target, place: 'projected' });
    yield* withOthers(steps, yield* densities(inquiry, without(parts, part), known));
    return;
  }
  limitDimensions(plan);
  const steps = nodesBelief(inquiry, base.free, plan, known, { element: target, place: 'leaf' });
  yield* withOthers(steps, yield* densities(inquiry, without(around, base), known));
}

function isProjected({ projected }: NodesPlan): boolean {
  return projected?.states.some((state) => state?.wanted != null) === true;
}

function without(parts: readonly Part[], part: Part): Part[] {
  return parts.filter((each) => each !== part);
}

function* withOthers(steps: BeliefSteps, others: readonly PartDensity[]): Generator<Found | null, void> {
  for (const belief of steps) yield belief === null ? null : { belief, others };
}

/** The evidence's probability in other parts, each to its end. */
function* densities(inquiry: Inquiry, parts: readonly Part[], known: KnownValues): Generator<null, PartDensity[]> {
  const found: PartDensity[] = [];
  for (const part of parts) found.push(yield* settledDensity(inquiry, part, known));
  return found;
}

function* exactBelief(
  inquiry: Inquiry,
  part: Part,
  known: KnownValues,
  target: Element,
): Generator<null, Belief | null> {
  try {
    const plan = planPart(inquiry.given, part, known, new Set([target]));
    if (plan.kind === 'discrete') return summed(part, plan, target);
    const gaussian = yield* gaussianBelief(inquiry, part, plan, known, target);
    if (gaussian !== null) return gaussian;
    const conjugate = conjugateBelief(inquiry.given, part, plan, known, target);
    if (conjugate !== null) return conjugate;
  } catch (error) {
    if (!(error instanceof Unanswerable)) throw error;
    // Joint states that are too many to go through all may be few at each step of a chain.
    const onGrid = yield* gridBelief(inquiry, part, known, target);
    if (onGrid === null) throw error;
    return onGrid;
  }
  return yield* gridBelief(inquiry, part, known, target);
}

function summed(part: Part, plan: DiscretePlan, target: Element): Belief | null {
  const sizes = new Map(Array.from(plan.states, ([key, { count }]) => [key, count]));
  const logs = sumOut(plan.factors, [target.key], sizes);
  if (logs === null) return null;
  const own = plan.states.get(target.key)!;
  const table = { elements: [target], values: [own.values] };
  const { distribution, log } = tableBelief(table, target, logs);
  const counts = [...sizes.values()];
  const states = counts.reduce((product, count) => product * count, 1);
  return {
    distribution,
    log,
    logError: null,
    effectiveSampleSize: null,
    work: {
      method: 'sum',
      free: part.free,
      states,
      counts,
      nodes: 1,
      dimensions: 0,
      error: 0,
      truncated: plan.truncated,
    },
    settled: true,
  };
}

/** An element whose value is given. */
function certain(target: Element, value: Float64Array): Belief {
  const size = sizeOf(target.variable.type.shape);
  return {
    distribution: target.discrete
      ? { kind: 'states', values: value, probabilities: Float64Array.of(1) }
      : {
          kind: 'spread',
          mean: value,
          covariance: new Float64Array(size * size),
          quantiles: Array.from(value, (number) => new Float64Array(quantileLevels.length).fill(number)),
          logDensity: (j, x) => ({
            logs: x.map((at) => (at === value[j] ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY)),
            errors: null,
            smoothed: false,
          }),
        },
    log: 0,
    logError: null,
    effectiveSampleSize: null,
    work: { method: 'direct', free: [], states: 1, nodes: 1, dimensions: 0, error: 0, truncated: [] },
    settled: true,
  };
}
