import type { Inquiry } from '../api/query';
import type { KnownValues } from '../factors/tables/known';
import { importance } from '../integrate/importance';
import { cubatureOf, type LogMoments } from '../integrate/integrand';
import { lineQuantiles } from '../integrate/lineQuantiles';
import { type NodeBlock, visitNodes } from '../integrate/nodes';
import { planeQuantiles } from '../integrate/planeQuantiles';
import { joined } from '../math/joined';
import { logSumExp } from '../math/logSum';
import type { Element } from '../plan/graph';
import { isWeighed, type NodesPlan } from '../plan/planPart';
import { Column } from '../sampling/columns';
import type { Belief, BeliefSteps, SpreadBelief } from './belief';
import { type Collector, type Quantiles, SmoothCollector, ValueCollector, valueMoments } from './collector';
import { exactLimit, leafCollector, leafMoments } from './leafCollector';
import { ProjectedCollector, projectedMoments } from './projectedCollector';
import type { Work } from './queryMethod';

/** An element to be told of, and whether it has a value at every node, lies below all of them, or is one of those that the plan projects. */
export interface Wanted {
  readonly element: Element;
  readonly place: 'node' | 'leaf' | 'projected';
}

/** Panels carry at most this share of the integral where the nodes' own values have quantiles. */
const resolution = 1 / 128;

/** An element of a part, or below it, from weighted nodes. */
export function* nodesBelief(
  inquiry: Inquiry,
  free: readonly Element[],
  plan: NodesPlan,
  known: KnownValues,
  wanted: Wanted,
): BeliefSteps {
  const work = {
    free,
    states: plan.table.count,
    dimensions: plan.dimensions,
    truncated: plan.table.truncated,
    error: 0,
  };
  if (plan.dimensions > 2 || plan.drawn > 0) {
    yield* byDraws(inquiry, plan, known, wanted, {
      ...work,
      method: isWeighed(plan, known) ? 'importance' : 'quasi-monte-carlo',
      nodes: 0,
    });
    return;
  }
  let columns: Column[] = [];
  let logWeights = Float64Array.of(0);
  let diverges: readonly boolean[] = [];
  let own: Work = { ...work, method: exactMethod(free, plan), nodes: 1 };
  if (plan.dimensions > 0) {
    const { given } = inquiry;
    const made = yield* cubatureOf(
      given,
      plan,
      known,
      wanted.place === 'leaf' ? 1 : resolution,
      momentsOf(plan, wanted),
    );
    const { places, logWeights: logs, relativeError } = made;
    diverges = made.diverges;
    columns = places.map((place) => Column.fromNormals(place));
    logWeights = Float64Array.from(logs);
    own = { ...own, method: 'quadrature', nodes: logs.length, error: relativeError };
  }
  const few = plan.table.count * logWeights.length <= 4 * exactLimit;
  const isSmooth = plan.dimensions > 0 && wanted.place === 'node' && !wanted.element.discrete && logWeights.length > 0;
  const gathered = new Gathered(
    isSmooth
      ? new SmoothCollector(wanted.element, plan.table.count, logWeights.length, quantilesOn[plan.dimensions as 1 | 2])
      : collectorOf(inquiry, plan, wanted, few, logWeights.length),
  );
  yield* visitNodes(inquiry.given, plan, known, 1, columns, logWeights.length, logWeights, (block) =>
    gathered.add(block),
  );
  const log = gathered.total() + plan.logScale;
  const distribution = withoutMoments(gathered.belief(), diverges);
  if (distribution.kind === 'spread') {
    const error = Math.max(own.error, distribution.quantileError ?? 0);
    own = { ...own, error, lacks: lacking(distribution) };
  }
  yield {
    distribution,
    log,
    logError: null,
    effectiveSampleSize: null,
    work: own,
    settled: true,
  };
}

const quantilesOn: Readonly<Record<1 | 2, Quantiles>> = {
  1: (values, weights) => ({ quantiles: lineQuantiles(values, weights), error: 0 }),
  2: planeQuantiles,
};

function exactMethod(free: readonly Element[], { projected }: NodesPlan): Work['method'] {
  if (free.length === 0) return 'direct';
  return projected === null ? 'sum' : 'gaussian';
}

function momentsOf({ dimensions, projected }: NodesPlan, { element, place }: Wanted): LogMoments | null {
  if (element.discrete) return null;
  if (place === 'projected') return projectedMoments(element, projected!);
  return place === 'node' ? valueMoments(element) : leafMoments(element, dimensions);
}

/** The moments whose integrals have no end are none. */
function withoutMoments(belief: Belief['distribution'], [first, second]: readonly boolean[]): Belief['distribution'] {
  if (belief.kind === 'states' || !(first || second)) return belief;
  const none = (values: Float64Array) => values.map(() => Number.NaN);
  return { ...belief, mean: first ? none(belief.mean) : belief.mean, covariance: none(belief.covariance) };
}

export function lacking({ mean, covariance }: SpreadBelief): Work['lacks'] {
  if (!mean.every(Number.isFinite)) return 'mean';
  return covariance.every(Number.isFinite) ? undefined : 'variance';
}

function collectorOf(
  { seed }: Inquiry,
  { dimensions, projected }: NodesPlan,
  { element, place }: Wanted,
  exact: boolean,
  nodes = 0,
): Collector {
  if (place === 'projected') {
    const quantiles = nodes === 0 ? 'draws' : dimensions === 1 ? 'line' : 'mixture';
    return new ProjectedCollector(element, projected!, nodes, quantiles, seed);
  }
  return place === 'node' ? new ValueCollector(element) : leafCollector(element, dimensions, exact, seed);
}

/** The weights of all nodes and what was gathered at them. */
class Gathered {
  private readonly logWeights: Float64Array[] = [];

  constructor(private readonly collector: Collector) {}

  add(block: NodeBlock): void {
    this.collector.add(block);
    this.logWeights.push(block.logWeights);
  }

  total(): number {
    return logSumExp(joined(this.logWeights));
  }

  belief(): Belief['distribution'] {
    const logs = joined(this.logWeights);
    const top = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    if (top === Number.NEGATIVE_INFINITY) return this.collector.belief(new Float64Array(logs.length));
    // Over their own sum: the logarithm of a tiny one has lost digits.
    const weights = logs.map((log) => Math.exp(log - top));
    const sum = weights.reduce((a, b) => a + b, 0);
    return this.collector.belief(weights.map((weight) => weight / sum));
  }
}

/** Draws that the evidence leaves, at which the answer is good enough. */
const enoughDraws = 8192;

/** Draws weighted by the evidence. */
function* byDraws(inquiry: Inquiry, plan: NodesPlan, known: KnownValues, wanted: Wanted, work: Work): BeliefSteps {
  let gathered = new Gathered(collectorOf(inquiry, plan, wanted, false));
  const steps = importance(
    inquiry,
    plan,
    known,
    (block) => gathered.add(block),
    () => {
      gathered = new Gathered(collectorOf(inquiry, plan, wanted, false));
    },
    ({ effectiveSampleSize }) => effectiveSampleSize >= enoughDraws,
  );
  for (const drawn of steps) {
    if (drawn === null) {
      yield null;
      continue;
    }
    const { log, error, effectiveSampleSize, draws, fitted, settled } = drawn;
    yield {
      distribution: gathered.belief(),
      log,
      logError: error,
      effectiveSampleSize,
      work: { ...work, nodes: draws, fitted, error: 1 / Math.sqrt(Math.max(1, effectiveSampleSize)) },
      settled,
    };
  }
}
