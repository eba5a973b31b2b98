import { atNodes, leniencyOf } from './at-nodes';
import { statesOf } from './discrete-states';
import type { Numbers } from './evaluation';
import type { Plan } from './planner';
import type { Range } from './range';
import { type Target, targetLaw } from './target';

/** Supports up to this size are shown whole. */
const wholeLimit = 64;
/** Categories have no order to cut at: so many are shown at most. */
const barLimit = 4096;
/** Joint states at which the support is looked up. */
const nodeLimit = 4096;

/**
 * The values that get a bar, rising: all of a small support; of a large or infinite one those that hold nearly all samples, with some to
 * either side; within the view where the model states one.
 */
export function barValues(
  given: Numbers,
  plan: Plan,
  target: Target,
  samples: Float64Array,
  view: Range | null,
): Float64Array {
  const ordered = target.element.variable.type.kind === 'integer';
  const all = plan.dimensions === 0 && plan.table.count <= nodeLimit ? allStates(given, plan, target) : null;
  const sorted = Float64Array.from(samples).sort();
  const bulk = around(sorted);
  const values = all ?? integers(ordered ? bulk : { low: sorted[0]!, high: sorted.at(-1)! });
  const wanted = view ?? (ordered && values.length > wholeLimit ? bulk : { low: -Infinity, high: Infinity });
  const shown = values.filter((value) => value >= wanted.low && value <= wanted.high).slice(0, barLimit);
  return shown.length > 0 ? shown : Float64Array.of(sorted[sorted.length >> 1]!);
}

function allStates(given: Numbers, plan: Plan, target: Target): Float64Array | null {
  const block = { firstState: 0, states: plan.table.count, columns: [], draws: 1, logWeights: null, mass: null };
  return atNodes(given, plan, block, (scope, _, weights) => {
    const states = statesOf(targetLaw(target, scope, leniencyOf(plan, block, weights)));
    return states === null ? null : states.values;
  });
}

/** The central 99.8 % of the samples, a tenth wider, and from 0 where that is near. */
function around(sorted: Float64Array): Range {
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  const [low, high] = [at(0.001), at(0.999)];
  const margin = Math.ceil(0.1 * (high - low)) + 1;
  return { low: low >= 0 && low <= 3 * margin ? 0 : low - margin, high: high + margin };
}

function integers({ low, high }: Range): Float64Array {
  return Float64Array.from({ length: high - low + 1 }, (_, i) => low + i);
}
