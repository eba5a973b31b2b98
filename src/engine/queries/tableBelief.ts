import type { JointTable } from '../factors/tables/jointTable';
import { logSumExp } from '../math/logSum';
import type { Element } from '../plan/graph';
import { sizeOf } from '../values/shape';
import { statesOfAtoms } from './atoms';
import type { StateBelief } from './belief';

/**
 * The probabilities of one element's values from the weights of the joint states of a table.
 * @param logWeights of every joint state
 * @returns with log of their sum
 */
export function tableBelief(
  { elements, values }: Pick<JointTable, 'elements' | 'values'>,
  target: Element,
  logWeights: ArrayLike<number>,
): { readonly distribution: StateBelief; readonly log: number } {
  const log = logSumExp(logWeights);
  const weights = Float64Array.from(logWeights, (weight) =>
    log === Number.NEGATIVE_INFINITY ? 0 : Math.exp(weight - log),
  );
  const own = values[elements.indexOf(target)]!;
  return { distribution: statesOfAtoms({ size: sizeOf(target.variable.type.shape), values: own, weights }), log };
}
