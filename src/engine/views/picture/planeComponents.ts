import type { PlaneComponent, PlaneComponents } from '../../api/preview';
import { addCovarianceAt, meanAt } from '../../evaluate/laws/moments';
import { atNodes, leniencyOf } from '../../integrate/atNodes';
import type { Task } from '../../integrate/marginal';
import type { Block } from '../../plan/block';
import type { Group } from '../../plan/groups';
import { targetLaw } from '../../plan/target';
import { colours, groupLabel } from './components';
import type { Scene } from './stage';

/** More components than this are no ellipses that can be told apart. */
const ellipseLimit = 48;
/** Joint states whose moments are worked out, at most. */
const stateLimit = 4096;

/** Mean and covariance of a pair; NaN or Infinity where there are none. */
interface PairMoments {
  readonly mean: readonly [number, number];
  /** Variance of the first, covariance, variance of the second. */
  readonly covariance: readonly [number, number, number];
}

const known = new WeakMap<Scene, PlaneComponents | null>();

/**
 * The components of a density over pairs with weight, mean and covariance; a single one where the pair is no mixture. null where
 * they are not in closed form (under continuous variables that are integrated over numerically), or too many.
 */
export function planeComponents(scene: Scene): PlaneComponents | null {
  let components = known.get(scene);
  if (components === undefined) {
    components = componentsOf(scene);
    known.set(scene, components);
  }
  return components;
}

function componentsOf({ mixture: { plan, groups }, task, choice }: Scene): PlaneComponents | null {
  const { table } = plan;
  if (plan.dimensions > 0 || groups.total > ellipseLimit || table.count > stateLimit) return null;
  if (groups.total === 0 && table.count > 1) return null;
  const moments = plan.method === 'gaussian' ? gaussianMoments({ ...task, plan }) : nodeMoments({ ...task, plan });
  const single: Group = { values: [], weight: 1, index: 0 };
  const shown = groups.total === 0 ? [single] : groups.shown;
  const total = table.weights.reduce((a, b) => a + b, 0);
  const items = shown.flatMap((group, slot): PlaneComponent[] => {
    const states = moments.flatMap((each, d) =>
      groups.total === 0 || groups.slotOf[d] === slot ? [{ ...each, weight: table.weights[d]! }] : [],
    );
    const joint = jointMoments(states);
    if (![...joint.mean, ...joint.covariance].every(Number.isFinite)) return [];
    return [
      {
        label: groups.total === 0 ? choice.label : groupLabel(plan.components, group.values),
        values: group.values,
        weight: joint.weight / total,
        colour: groups.total > 1 && groups.total <= colours ? group.index : null,
        mean: joint.mean,
        covariance: joint.covariance,
        conditional: states.length === 1 && plan.collapse === null,
      },
    ];
  });
  return { items, total: Math.max(1, groups.total), of: plan.components.map(({ key }) => key).join(', ') };
}

/** Of each joint state, where all else is integrated out in closed form. */
function gaussianMoments({ plan }: Task): PairMoments[] {
  return Array.from({ length: plan.table.count }, (_, state) => {
    const { constant, covariance } = plan.collapse!.at(state, null).reduction;
    return {
      mean: [constant[0]!, constant[1]!],
      covariance: [covariance[0]!, covariance[1]!, covariance[3]!],
    };
  });
}

/** Of each joint state, from the parameters of the conditional. */
function nodeMoments({ given, plan, target }: Task): readonly PairMoments[] {
  const states = plan.table.count;
  const block: Block = { firstState: 0, states, columns: [], draws: 1, logWeights: null, mass: null };
  return atNodes(given, plan, block, (at, nodes, weights) => {
    const law = targetLaw(target, at, leniencyOf(plan, block, weights));
    const [mean, covariance] = [new Float64Array(2), new Float64Array(4)];
    return Array.from({ length: nodes }, (_, n): PairMoments => {
      meanAt(law, n, mean);
      addCovarianceAt(law, n, 1, covariance.fill(0));
      return { mean: [mean[0]!, mean[1]!], covariance: [covariance[0]!, covariance[1]!, covariance[3]!] };
    });
  });
}

/** Weight, mean and covariance of a mixture, by the law of total covariance. */
function jointMoments(states: readonly (PairMoments & { readonly weight: number })[]): PairMoments & {
  readonly weight: number;
} {
  const weight = states.reduce((sum, each) => sum + each.weight, 0);
  const only = states[0];
  if (states.length === 1 && only !== undefined) return only;
  const mix = (value: (each: PairMoments) => number) =>
    states.reduce((sum, each) => sum + (each.weight === 0 ? 0 : each.weight * value(each)), 0) / weight;
  const [x, y] = [mix(({ mean }) => mean[0]), mix(({ mean }) => mean[1])];
  return {
    weight,
    mean: [x, y],
    covariance: [
      mix(({ mean, covariance }) => covariance[0] + (mean[0] - x) ** 2),
      mix(({ mean, covariance }) => covariance[1] + (mean[0] - x) * (mean[1] - y)),
      mix(({ mean, covariance }) => covariance[2] + (mean[1] - y) ** 2),
    ],
  };
}
