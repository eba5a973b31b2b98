import { Column } from '../columns';
import type { Element } from '../graph';
import { replicates } from '../quasiMonteCarlo';
import type { Belief, BeliefSteps } from './belief';
import { type Collector, ValueCollector } from './collector';
import { cubatureOf } from './integrand';
import { joined } from './joined';
import type { KnownValues } from './known';
import { exactLimit, leafCollector } from './leafCollector';
import { visitNodes } from './nodes';
import type { NodesPlan } from './planPart';
import type { Inquiry } from './query';
import type { Work } from './queryMethod';
import { logMean } from './replicated';
import { sobolColumns } from './sobolColumns';
import { logSumExp } from './sumOut';

/** An element to be told of, and whether it has a value at every node or lies below all of them. */
export interface Wanted {
  readonly element: Element;
  readonly place: 'node' | 'leaf';
}

/** Panels carry at most this share of the integral, so that quantiles are finely resolved. */
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
    const weighed = plan.steps.some(({ element }) => known.has(element.key));
    yield* byDraws(inquiry, plan, known, wanted, {
      ...work,
      method: weighed ? 'importance' : 'quasi-monte-carlo',
      nodes: 0,
    });
    return;
  }
  let columns: Column[] = [];
  let logWeights = Float64Array.of(0);
  let own: Work = { ...work, method: free.length === 0 ? 'direct' : 'sum', nodes: 1 };
  if (plan.dimensions > 0) {
    const { given } = inquiry;
    const { places, logWeights: logs, relativeError } = yield* cubatureOf(given, plan, known, resolution);
    columns = places.map((place) => Column.fromNormals(place));
    logWeights = Float64Array.from(logs);
    own = { ...own, method: 'quadrature', nodes: logs.length, error: relativeError };
  }
  const gathered = new Gathered(inquiry, plan, wanted, plan.table.count * logWeights.length <= 4 * exactLimit);
  yield* gathered.visit(inquiry, plan, known, columns, logWeights.length, logWeights);
  const log = gathered.total() + plan.logScale;
  yield {
    distribution: gathered.belief(),
    log,
    logError: null,
    effectiveSampleSize: null,
    work: own,
    settled: true,
  };
}

/** The weights of all nodes and what was gathered at them. */
class Gathered {
  private readonly collector: Collector;
  private readonly logWeights: Float64Array[] = [];

  constructor({ seed }: Inquiry, { dimensions }: NodesPlan, { element, place }: Wanted, exact: boolean) {
    this.collector = place === 'node' ? new ValueCollector(element) : leafCollector(element, dimensions, exact, seed);
  }

  *visit(
    { given }: Inquiry,
    plan: NodesPlan,
    known: KnownValues,
    columns: readonly Column[],
    draws: number,
    logWeights: Float64Array | null,
    each: (draw: number, logWeight: number) => void = () => undefined,
  ): Generator<null, void> {
    yield* visitNodes(given, plan, known, 1, columns, draws, logWeights, (block) => {
      this.collector.add(block);
      this.logWeights.push(block.logWeights);
      block.logWeights.forEach((log, n) => {
        each(block.firstDraw + (n % block.draws), log);
      });
    });
  }

  total(): number {
    return logSumExp(joined(this.logWeights));
  }

  belief(): Belief['distribution'] {
    const logs = joined(this.logWeights);
    const total = logSumExp(logs);
    return this.collector.belief(logs.map((log) => (total === Number.NEGATIVE_INFINITY ? 0 : Math.exp(log - total))));
  }
}

/** Draws that the evidence leaves, at which the answer is good enough. */
const enoughDraws = 8192;
const drawLimit = 2 ** 18;
/** Joint states × draws that are kept at most. */
const nodeLimit = 2 ** 21;

/** Draws of the prior, weighted by the evidence. */
function* byDraws(inquiry: Inquiry, plan: NodesPlan, known: KnownValues, wanted: Wanted, work: Work): BeliefSteps {
  const gathered = new Gathered(inquiry, plan, wanted, false);
  const budget = Math.min(drawLimit, nodeLimit / plan.table.count);
  const drawn = new DrawWeights();
  let done = 0;
  let goal = Math.max(1, 2 ** Math.round(Math.log2(inquiry.draws / replicates)));
  for (;;) {
    const more = goal - done;
    const columns = sobolColumns(inquiry.base, inquiry.seed, plan.dimensions, done, more);
    drawn.begin(more);
    yield* gathered.visit(inquiry, plan, known, columns, more * replicates, null, (draw, log) => drawn.add(draw, log));
    done = goal;
    const { log, error } = drawn.mean(done);
    const effectiveSampleSize = drawn.effectiveSampleSize();
    const settled = effectiveSampleSize >= enoughDraws || 2 * done * replicates > budget;
    yield {
      distribution: gathered.belief(),
      log: log + plan.logScale,
      logError: error,
      effectiveSampleSize,
      work: { ...work, nodes: done * replicates, error: 1 / Math.sqrt(Math.max(1, effectiveSampleSize)) },
      settled,
    };
    if (settled) return;
    goal *= 2;
  }
}

/** The weight of every draw, its joint states together. */
class DrawWeights {
  private readonly levels: { readonly perReplicate: number; readonly logs: Float64Array }[] = [];

  begin(perReplicate: number): void {
    const logs = new Float64Array(perReplicate * replicates).fill(Number.NEGATIVE_INFINITY);
    this.levels.push({ perReplicate, logs });
  }

  add(draw: number, log: number): void {
    const { logs } = this.levels.at(-1)!;
    const present = logs[draw]!;
    if (present === Number.NEGATIVE_INFINITY) logs[draw] = log;
    else if (log > Number.NEGATIVE_INFINITY) {
      logs[draw] = Math.max(present, log) + Math.log1p(Math.exp(-Math.abs(present - log)));
    }
  }

  /** log of the mean weight, with its error from the replicates. */
  mean(perReplicate: number) {
    const logs = Array.from({ length: replicates }, (_, r) =>
      logSumExp(
        this.levels.map((level) =>
          logSumExp(level.logs.subarray(r * level.perReplicate, (r + 1) * level.perReplicate)),
        ),
      ),
    );
    return logMean(logs.map((log) => log - Math.log(perReplicate)));
  }

  /** (Σ w)² / Σ w². */
  effectiveSampleSize(): number {
    const top = this.levels.reduce(
      (most, { logs }) => logs.reduce((a, b) => Math.max(a, b), most),
      Number.NEGATIVE_INFINITY,
    );
    if (top === Number.NEGATIVE_INFINITY) return 0;
    let [sum, squares] = [0, 0];
    for (const { logs } of this.levels) {
      for (const log of logs) {
        const weight = Math.exp(log - top);
        sum += weight;
        squares += weight * weight;
      }
    }
    return (sum * sum) / squares;
  }
}
