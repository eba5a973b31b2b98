import { Evaluation, type Numbers } from '../evaluate/evaluation';
import { checkLaw, type Leniency } from '../evaluate/laws/checkLaw';
import { lawOf } from '../evaluate/laws/law';
import { draw } from '../evaluate/laws/lawDraw';
import { logProb } from '../evaluate/laws/lawLogProb';
import type { Collapse } from '../factors/gaussian/collapse';
import { GaussianNodes } from '../factors/gaussian/gaussianNodes';
import { nodeValues } from '../factors/tables/jointTable';
import type { Block } from '../plan/block';
import type { Element } from '../plan/graph';
import type { Plan } from '../plan/planner';
import { scoped } from '../tensor/scoped';
import { sizeOf } from '../values/batch';

/** What of a plan says how values are given at the nodes. */
export interface NodePlan extends Pick<Plan, 'table' | 'steps' | 'dimensions'> {
  /** Elements with the same value at every node; a step without a column adds the probability of theirs. */
  readonly known?: readonly { readonly element: Element; readonly values: Float64Array }[];
  /** Elements that are integrated over in closed form. */
  readonly collapse?: Collapse | null;
}

/**
 * Gives all ancestors of a plan's target their values at the nodes of a block, and hands the scope to `use`. Node d · draws + c
 * has the joint state firstState + d and draw c.
 * @param use gets the scope, the number of nodes and the log weight of each
 */
export function atNodes<T>(
  given: Numbers,
  plan: NodePlan,
  block: Block,
  use: (scope: Evaluation, nodes: number, logWeights: Float64Array) => T,
): T {
  const { table } = plan;
  const { firstState, states, draws } = block;
  const nodes = states * draws;
  return scoped(() => {
    const scope = new Evaluation(given);
    const logWeights = new Float64Array(nodes);
    for (let d = 0; d < states; d++) {
      logWeights.fill(Math.log(table.weights[firstState + d]!), d * draws, (d + 1) * draws);
    }
    if (block.logWeights !== null) {
      for (let n = 0; n < nodes; n++) logWeights[n]! += block.logWeights[n % draws]!;
    }
    const leniency = leniencyOf(plan, block, logWeights);
    table.elements.forEach((element, i) => {
      const size = sizeOf(element.variable.type.shape);
      const all = table.values[i]!;
      const values = new Float64Array(nodes * size);
      for (let n = 0; n < nodes; n++) {
        const from = (firstState + Math.floor(n / draws)) * size;
        for (let j = 0; j < size; j++) values[n * size + j] = all[from + j]!;
      }
      scope.assign(element.key, nodeValues(values, nodes, element.variable.type.shape));
    });
    for (const { element, values } of plan.known ?? []) {
      scope.assign(element.key, nodeValues(values, 1, element.variable.type.shape));
    }
    const gaussian = plan.collapse == null ? null : new GaussianNodes(plan.collapse, block, scope);
    for (const { element, column } of plan.steps) {
      if (column !== null && gaussian?.draws(element) === true) {
        scope.assign(element.key, nodeValues(gaussian.draw(element, column), nodes, element.variable.type.shape));
        continue;
      }
      const law = lawOf(element.distribution, scope, element.local);
      checkLaw(law, element.key, given.faults, leniency);
      if (column === null) {
        const log = logProb(law, scope.variable(element.key)).dataSync();
        for (let n = 0; n < nodes; n++) logWeights[n]! += log[n % log.length]!;
      } else {
        const values = draw(law, nodes, block.columns.slice(column));
        scope.assign(element.key, nodeValues(values, nodes, element.variable.type.shape));
      }
    }
    if (gaussian?.closed === true)
      scope.assignLaw(gaussian.target.key, (coordinate) => {
        const law = gaussian.law(coordinate);
        return { law, fault: gaussian.fault };
      });
    return use(scope, nodes, logWeights);
  });
}

/** Where there are only discrete variables, no component may be invalid; the far tails of continuous ones may. */
export function leniencyOf(plan: Pick<Plan, 'dimensions'>, block: Block, logWeights: Float64Array): Leniency {
  const share = plan.dimensions === 0 ? 0 : lenientShare;
  return { weights: logWeights.map(Math.exp), mass: block.mass, share };
}

/** The share of the draws of continuous variables at which parameters may be invalid. */
export const lenientShare = 0.01;
