import { statesOf, supportOf } from '../../evaluate/laws/law';
import type { Numbers } from '../../evaluate/numbers';
import { atNodes, leniencyOf } from '../../integrate/atNodes';
import type { Plan } from '../../plan/planner';
import { type Target, targetLaw } from '../../plan/target';
import { niceStep, type Range, usualMass } from './range';
import { sortedNumbers } from './sortedNumbers';

/** Supports up to this size are shown whole. */
const wholeLimit = 64;
/** Categories have no order to cut at: so many are shown at most. */
const barLimit = 4096;
/** Numbers have an order: of more than these every k-th is shown. */
const thinLimit = 1024;
/** Beyond it whole numbers are not told apart. */
const furthest = 2 ** 53;
/** Joint states at which the support is looked up. */
const nodeLimit = 4096;

/**
 * The values that get a bar, rising: all of a small support; of a large or infinite one those that hold nearly all samples, with some to
 * either side, or where these are too many every k-th of them; within the view where there is one.
 * @param mass the share of the samples that a long support is cut to
 */
export function barValues(
  given: Numbers,
  plan: Plan,
  target: Target,
  samples: Float64Array,
  view: Range | null,
  mass: number = usualMass,
): Float64Array {
  const ordered = target.element.variable.type.kind === 'integer';
  const sorted = sortedNumbers(samples);
  const known = plan.dimensions === 0 && plan.table.count <= nodeLimit ? allStates(given, plan, target) : null;
  const bulk = clipped(around(sorted, mass), known?.support ?? everywhere);
  const all = known?.values ?? null;
  const whole = all === null ? (ordered ? bulk : { low: sorted[0]!, high: sorted.at(-1)! }) : null;
  const cut = view ?? (ordered && all !== null && all.length > wholeLimit ? bulk : everywhere);
  const shown =
    whole === null
      ? within(all!, cut)
      : integers(
          { low: Math.max(whole.low, cut.low), high: Math.min(whole.high, cut.high) },
          ordered ? thinLimit : barLimit,
        );
  if (shown.length === 0)
    return ordered && view !== null ? unlikely(bulk, view) : Float64Array.of(sorted[sorted.length >> 1]!);
  return ordered ? thinned(shown) : shown.slice(0, barLimit);
}

const everywhere: Range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** Somebody looks where there is next to nothing: bars of nothing, not of another place. Counts begin at 0 there too. */
function unlikely(bulk: Range, { low, high }: Range): Float64Array {
  const values = integers({ low: bulk.low >= 0 ? Math.max(0, low) : low, high }, thinLimit);
  return values.length > 0 ? values : Float64Array.of(Math.round((low + high) / 2));
}

function within(values: Float64Array, { low, high }: Range): Float64Array {
  return values.filter((value) => value >= low && value <= high);
}

/** Every k-th value, where there are more than bars can show. */
function thinned(values: Float64Array): Float64Array {
  const step = Math.ceil(values.length / thinLimit);
  return step === 1 ? values : values.filter((_, i) => i % step === 0);
}

function clipped({ low, high }: Range, support: Range): Range {
  return { low: Math.max(low, support.low), high: Math.min(high, support.high) };
}

/** The values that have probability, or null where they are too many, and where they can lie. */
function allStates(given: Numbers, plan: Plan, target: Target): { values: Float64Array | null; support: Range } {
  const block = { firstState: 0, states: plan.table.count, columns: [], draws: 1, logWeights: null, mass: null };
  return atNodes(given, plan, block, (at, _, weights) => {
    const law = targetLaw(target, at, leniencyOf(plan, block, weights));
    const [low, high] = supportOf(law);
    return { values: statesOf(law)?.values ?? null, support: { low, high } };
  });
}

/** The central share of the samples, a tenth wider, and from 0 where that is near. */
function around(sorted: Float64Array, mass: number): Range {
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  const [low, high] = [at((1 - mass) / 2), at((1 + mass) / 2)];
  const margin = Math.ceil(0.1 * (high - low)) + 1;
  return { low: low >= 0 && low <= 3 * margin ? 0 : low - margin, high: high + margin };
}

/** The whole numbers of an interval; where they are more than `most` the multiples of a round one. */
function integers({ low, high }: Range, most: number): Float64Array {
  const [from, to] = [Math.ceil(Math.max(low, -furthest)), Math.floor(Math.min(high, furthest))];
  const step = niceStep(Math.max(1, (to - from + 1) / most));
  const [first, last] = [Math.ceil(from / step), Math.floor(to / step)];
  return Float64Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
}
