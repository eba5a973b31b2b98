import { families } from '../../src/model/families';
import { atNodes, leniencyOf } from './atNodes';
import type { Numbers } from './evaluation';
import type { Law, UnivariateLaw } from './law';
import { reader } from './lawDraw';
import type { Plan } from './planner';
import type { Range } from './range';
import { type Target, targetLaw } from './target';

/** Where a target's values can lie, and where each heavy component has its bulk. */
export interface Extent {
  readonly support: Range;
  readonly bulks: readonly Range[];
}

const everywhere: Range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
/** Components lighter than this do not widen the axis. */
const heavy = 1e-3;
/** Joint states whose bulks are looked at. */
const stateLimit = 1024;

/** The extent of a continuous scalar target. Bulks only where every node is a joint state of discrete variables. */
export function extentOf(given: Numbers, plan: Plan, target: Target): Extent {
  const { table, dimensions } = plan;
  const exact = dimensions === 0 && table.count <= stateLimit && plan.steps.every(({ column }) => column !== null);
  const block = { firstState: 0, states: exact ? table.count : 1, columns: [], draws: 1, logWeights: null, mass: null };
  if (dimensions > 0 || !exact) return { support: fixedSupport(plan), bulks: [] };
  return atNodes(given, plan, block, (scope, nodes, weights) => {
    const law = targetLaw(target, scope, leniencyOf(plan, block, weights));
    const bulks: Range[] = [];
    let support: Range | null = null;
    for (let n = 0; n < nodes; n++) {
      if (!(table.weights[n]! > 0)) continue;
      const at = lawAt(law, n);
      if (at.kind !== 'univariate') continue;
      const parameters = reader(at)
        .at(at.parameters.some((p) => (p.shape[1] ?? 1) > 1) ? n : 0, 0)
        .slice();
      support = union(support, supportOf(at, parameters));
      if (table.weights[n]! >= heavy) bulks.push(bulkOf(at, parameters));
    }
    return { support: support ?? everywhere, bulks };
  });
}

function lawAt(law: Law, n: number): Law {
  return law.kind === 'table' ? lawAt(law.rows[law.row[n % law.row.length]!]!, n) : law;
}

/** Four standard deviations about the mean, but not far beyond the central 90 % where the tails are heavy. */
function bulkOf(law: UnivariateLaw, parameters: readonly number[]): Range {
  const { family } = law;
  const [mean, sd] = [family.mean(parameters), Math.sqrt(family.variance(parameters))];
  if (law.name === 'Dirac') return { low: mean, high: mean };
  const [q05, q95] = [family.quantile(0.05, parameters), family.quantile(0.95, parameters)];
  const reach = 0.9 * (q95 - q05);
  const { low, high } = supportOf(law, parameters);
  const finite = Number.isFinite(mean) && Number.isFinite(sd);
  return {
    low: Math.max(q05 - reach, finite ? mean - 4 * sd : Number.NEGATIVE_INFINITY, low),
    high: Math.min(q95 + reach, finite ? mean + 4 * sd : Number.POSITIVE_INFINITY, high),
  };
}

function union(a: Range | null, b: Range): Range {
  return a === null ? b : { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

/** The ends of a family's support, from its parameters where they decide. */
function supportOf(law: UnivariateLaw, parameters: readonly number[]): Range {
  const { support, parameters: described } = families[law.name];
  const value = (name: string) => parameters[described.findIndex((parameter) => parameter.name === name)]!;
  switch (support) {
    case 'interval':
      return { low: value('low'), high: value('high') };
    case 'above-scale':
      return { low: value('scale'), high: Number.POSITIVE_INFINITY };
    default:
      return fixed[support] ?? everywhere;
  }
}

const fixed: Readonly<Record<string, Range>> = {
  nonnegative: { low: 0, high: Number.POSITIVE_INFINITY },
  positive: { low: 0, high: Number.POSITIVE_INFINITY },
  unit: { low: 0, high: 1 },
  simplex: { low: 0, high: 1 },
  circle: { low: -Math.PI, high: Math.PI },
};

/** The support where the parameters differ from node to node: that of the family, where it is the same for all parameters. */
function fixedSupport(plan: Plan): Range {
  const { distribution } = plan.target;
  const family = distribution.kind === 'copies' ? distribution.base : distribution;
  return family.kind === 'family' ? (fixed[families[family.family].support] ?? everywhere) : everywhere;
}
