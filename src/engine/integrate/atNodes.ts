import { checkLaw, type Leniency } from '../evaluate/laws/checkLaw';
import { draw } from '../evaluate/laws/draw';
import { lawOf, logAtNodes } from '../evaluate/laws/law';
import type { Numbers } from '../evaluate/numbers';
import type { Collapse } from '../factors/gaussian/collapse';
import { GaussianNodes } from '../factors/gaussian/gaussianNodes';
import { scopeOf } from '../factors/tables/elementLaw';
import type { JointTable } from '../factors/tables/jointTable';
import type { Block } from '../plan/block';
import type { Element } from '../plan/graph';
import type { Plan } from '../plan/planner';
import type { AtNodes } from '../plan/target';
import type { Batch } from '../values/batch';
import { sizeOf } from '../values/shape';

/** What of a plan says how values are given at the nodes. */
export interface NodePlan extends Pick<Plan, 'table' | 'steps' | 'dimensions'> {
  /** Elements with the same value at every node; a step without a column adds the probability of theirs. */
  readonly known?: readonly { readonly element: Element; readonly values: Float64Array }[];
  /** Elements that are integrated over in closed form. */
  readonly collapse?: Collapse | null;
}

/**
 * Gives all ancestors of a plan's target their values at the nodes of a block, and hands them to `use`. Node d · draws + c
 * has the joint state firstState + d and draw c.
 * @param use gets the values, the number of nodes and the log weight of each
 */
export function atNodes<T>(
  given: Numbers,
  plan: NodePlan,
  block: Block,
  use: (at: AtNodes, nodes: number, logWeights: Float64Array) => T,
): T {
  const nodes = block.states * block.draws;
  const logWeights = stateWeights(plan.table, block, block.logWeights);
  const leniency = leniencyOf(plan, block, logWeights);
  const values = stateValues(plan.table, block);
  for (const { element, values: data } of plan.known ?? []) {
    values.set(element.key, { nodes: 1, size: data.length, data });
  }
  const scope = scopeOf(given, values, true);
  const gaussian = plan.collapse == null ? null : new GaussianNodes(plan.collapse, block, values);
  for (const { element, column } of plan.steps) {
    const put = (data: Float64Array) => values.set(element.key, { nodes, size: data.length / nodes, data });
    if (column !== null && gaussian?.draws(element) === true) {
      put(gaussian.draw(element, column));
      continue;
    }
    const law = lawOf(element.distribution, scope, element.loops);
    checkLaw(law, element.key, given.faults, leniency);
    if (column === null) {
      const logs = logAtNodes(law, values.get(element.key)!, nodes);
      for (let n = 0; n < nodes; n++) logWeights[n]! += logs[n]!;
    } else {
      put(draw(law, nodes, block.columns.slice(column)));
    }
  }
  return use({ scope, closed: gaussian?.closed === true ? gaussian : null }, nodes, logWeights);
}

/** Some joint states of a table times some draws: node d · draws + c has the joint state firstState + d and draw c. */
type StateNodes = Pick<Block, 'firstState' | 'states' | 'draws'>;

/**
 * log p of the joint state of every node, and the weight of its draw.
 * @param own of each draw; null for 0
 */
export function stateWeights(
  table: JointTable,
  { firstState, states, draws }: StateNodes,
  own: Float64Array | null,
): Float64Array {
  const logs = new Float64Array(states * draws);
  for (let d = 0; d < states; d++) logs.fill(Math.log(table.weights[firstState + d]!), d * draws, (d + 1) * draws);
  if (own !== null) for (let n = 0; n < logs.length; n++) logs[n]! += own[n % draws]!;
  return logs;
}

/** The values of the discrete elements of a table at every node, by key. */
export function stateValues(table: JointTable, { firstState, states, draws }: StateNodes): Map<string, Batch> {
  const nodes = states * draws;
  return new Map(
    table.elements.map((element, i) => {
      const size = sizeOf(element.variable.type.shape);
      const all = table.values[i]!;
      const data = new Float64Array(nodes * size);
      for (let n = 0; n < nodes; n++) {
        const from = (firstState + Math.floor(n / draws)) * size;
        for (let j = 0; j < size; j++) data[n * size + j] = all[from + j]!;
      }
      return [element.key, { nodes, size, data }];
    }),
  );
}

/**
 * Where there are only discrete variables, no component may be invalid; the far tails of continuous ones may.
 * @param logWeights of the nodes; those that are left out get none
 */
export function leniencyOf(plan: Pick<Plan, 'dimensions'>, block: Block, logWeights: Float64Array): Leniency {
  const share = plan.dimensions === 0 ? 0 : lenientShare;
  const leaveOut = (node: number) => {
    logWeights[node] = Number.NEGATIVE_INFINITY;
  };
  return { weights: logWeights.map(Math.exp), mass: block.mass, share, leaveOut };
}

/** The share of the draws of continuous variables at which parameters may be invalid. */
export const lenientShare = 0.01;
