import { atNodes, leniencyOf } from '../atNodes';
import { checkLaw } from '../checkLaw';
import type { Column } from '../columns';
import type { Evaluation, Numbers } from '../evaluation';
import { lawOf } from '../law';
import { logProb } from '../lawLogProb';
import { assignKnown, type KnownValues } from './known';
import type { NodesPlan } from './planPart';

/** Some joint states times some draws, with everything evaluated. Node d · draws + c has state firstState + d and draw firstDraw + c. */
export interface NodeBlock {
  readonly firstState: number;
  readonly states: number;
  readonly firstDraw: number;
  readonly draws: number;
  /** All unknown elements of the part have their values in it, and all known ones that it depends on. */
  readonly scope: Evaluation;
  /** Of each node: its states' probability, and that of the evidence, without the plan's `logScale`. */
  readonly logWeights: Float64Array;
  /** log p of what differs between the points, points × nodes or points × 1; null where nothing does. */
  readonly logTerms: Float32Array | Float64Array | null;
}

/** Numbers in one array on the way, at most. */
const blockLimit = 2 ** 17;
const nodeLimit = 8192;

/**
 * Goes through all joint states times the given draws, block by block.
 * @param logWeights of each draw; null for 0
 * @param points of the known elements
 */
export function* visitNodes(
  given: Numbers,
  plan: NodesPlan,
  known: KnownValues,
  points: number,
  columns: readonly Column[],
  draws: number,
  logWeights: Float64Array | null,
  visit: (block: NodeBlock) => void,
): Generator<null, void> {
  const constant = [...known.values()].filter((each) => each.points === 1);
  const varying = [...known.values()].filter((each) => each.points > 1);
  const perBlock = Math.max(1, Math.min(nodeLimit, Math.floor(blockLimit / (plan.late.length === 0 ? 1 : points))));
  const drawStep = Math.min(draws, perBlock);
  const stateStep = Math.max(1, Math.floor(perBlock / drawStep));
  const nodePlan = { table: plan.table, steps: plan.steps, dimensions: plan.dimensions, known: constant };
  for (let first = 0; first < draws; first += drawStep) {
    const last = Math.min(first + drawStep, draws);
    const cut = columns.map((column) => column.slice(first, last));
    const own = logWeights?.subarray(first, last) ?? null;
    for (let state = 0; state < plan.table.count; state += stateStep) {
      if (first > 0 || state > 0) yield null;
      const states = Math.min(stateStep, plan.table.count - state);
      const block = { firstState: state, states, columns: cut, draws: last - first, logWeights: own, mass: null };
      atNodes(given, nodePlan, block, (scope, nodes, weights) => {
        for (let n = 0; n < nodes; n++) if (Number.isNaN(weights[n]!)) weights[n] = Number.NEGATIVE_INFINITY;
        for (const each of varying) assignKnown(scope, each);
        let logTerms: Float64Array | null = null;
        for (const element of plan.late) {
          const law = lawOf(element.distribution, scope, element.local);
          checkLaw(law, element.key, given.faults, leniencyOf(plan, block, weights));
          logTerms = addTerms(logTerms, logProb(law, scope.variable(element.key)), points, nodes);
        }
        visit({
          firstState: state,
          states,
          firstDraw: first,
          draws: last - first,
          scope,
          logWeights: weights,
          logTerms,
        });
      });
    }
  }
}

function addTerms(
  sum: Float64Array | null,
  term: { readonly shape: readonly number[]; dataSync(): ArrayLike<number> },
  points: number,
  nodes: number,
): Float64Array {
  const data = term.dataSync();
  const [p, n] = [term.shape[0]!, term.shape[1]!];
  const result = sum ?? new Float64Array(points * nodes);
  for (let i = 0, at = 0; i < points; i++) {
    const row = p === 1 ? 0 : i * n;
    for (let j = 0; j < nodes; j++, at++) {
      const log = data[row + (n === 1 ? 0 : j)]!;
      result[at]! += Number.isNaN(log) ? Number.NEGATIVE_INFINITY : log;
    }
  }
  return result;
}
