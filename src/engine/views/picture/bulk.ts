import { type FamilyLaw, lawAt, parametersAt } from '../../evaluate/laws/law';
import type { Numbers } from '../../evaluate/numbers';
import { supportEnds } from '../../families/supportEnds';
import { atNodes, leniencyOf } from '../../integrate/atNodes';
import { normalQuantile } from '../../math/normalQuantile';
import type { Plan } from '../../plan/planner';
import { type Target, targetLaw } from '../../plan/target';
import type { Part } from './parts';
import { beyondReach, type Range, usualMass, usualTail } from './range';

/** Where a target's values can lie, and where each heavy component has its bulk. */
export interface Extent {
  readonly support: Range;
  readonly bulks: readonly Range[];
  /** The conditional of every joint state of discrete variables, in their order; null where there are too many, or continuous variables. */
  readonly parts: readonly Part[] | null;
}

const everywhere: Range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
/** Components lighter than this do not widen the axis. */
const heavy = 1e-3;
/** Joint states whose bulks are looked at. */
const stateLimit = 1024;

/**
 * The extent of a continuous scalar target. Bulks only where every node is a joint state of discrete variables.
 * @param mass the share of its mass that each bulk holds at least, where its tails are no Cauchy's
 */
export function extentOf(given: Numbers, plan: Plan, target: Target, mass: number = usualMass): Extent {
  const { table, dimensions } = plan;
  const exact = dimensions === 0 && table.count <= stateLimit && plan.steps.every(({ column }) => column !== null);
  const block = { firstState: 0, states: exact ? table.count : 1, columns: [], draws: 1, logWeights: null, mass: null };
  if (dimensions > 0 || !exact) return { support: fixedSupport(plan), bulks: [], parts: null };
  return atNodes(given, plan, block, (values, nodes, weights) => {
    const law = targetLaw(target, values, leniencyOf(plan, block, weights));
    const bulks: Range[] = [];
    const parts: Part[] = [];
    let support: Range | null = null;
    for (let n = 0; n < nodes; n++) {
      if (!(table.weights[n]! > 0)) continue;
      const at = lawAt(law, n);
      if (at.kind === 'vector') continue;
      const parameters = parametersAt(at, n, 0);
      support = union(support, supportEnds(at.name, parameters));
      if (table.weights[n]! >= heavy) bulks.push(bulkOf(at, parameters, mass));
      parts.push({ state: n, weight: table.weights[n]!, family: at.family, parameters });
    }
    const whole = parts.length > 0 && parts.length === table.weights.filter((weight) => weight > 0).length;
    return { support: support ?? everywhere, bulks, parts: whole ? parts : null };
  });
}

/**
 * The central share of a law and some of what is beyond (of a normal and the usual share, four standard deviations to each side), but not
 * far beyond the central 90 % where a tail is like a Cauchy's.
 */
function bulkOf(law: FamilyLaw, parameters: readonly number[], mass: number): Range {
  const { family } = law;
  const [mean, sd] = [family.mean(parameters), Math.sqrt(family.variance(parameters))];
  if (law.name === 'Dirac') return { low: mean, high: mean };
  const at = (u: number) => family.quantile(u, parameters);
  const [q05, q95, median] = [at(0.05), at(0.95), at(0.5)];
  const reach = 0.9 * (q95 - q05);
  const tail = (1 - mass) / 2;
  const { low, high } = supportEnds(law.name, parameters);
  const finite = Number.isFinite(mean) && Number.isFinite(sd);
  const times = (4 * normalQuantile(tail)) / normalQuantile(usualTail);
  return {
    low: Math.max(
      Math.min(
        Math.max(q05 - reach, finite ? mean - times * sd : Number.NEGATIVE_INFINITY),
        notFarther(at(tail), q05, median, q95),
      ),
      low,
    ),
    high: Math.min(
      Math.max(
        Math.min(q95 + reach, finite ? mean + times * sd : Number.POSITIVE_INFINITY),
        notFarther(at(1 - tail), q05, median, q95),
      ),
      high,
    ),
  };
}

/** An end of the wanted mass, or where it is as far out as a Cauchy's the middle, which widens nothing. */
function notFarther(end: number, q05: number, median: number, q95: number): number {
  return beyondReach(end, q05, q95) ? median : end;
}

function union(a: Range | null, b: Range): Range {
  return a === null ? b : { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

/** The support where the parameters differ from node to node: that of the family, where it is the same for all parameters. */
function fixedSupport(plan: Plan): Range {
  const { distribution } = plan.target;
  const family = distribution.kind === 'copies' ? distribution.base : distribution;
  return family.kind === 'family' ? supportEnds(family.family, null) : everywhere;
}
