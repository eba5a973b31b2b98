import type { Scope } from '../evaluate/expression';
import { checkLaw } from '../evaluate/laws/checkLaw';
import { draw } from '../evaluate/laws/draw';
import { type Law, lawAt, lawOf, logAtNodes, logMassesAt, nodesOf, parametersAt } from '../evaluate/laws/law';
import { outsideAt } from '../evaluate/laws/outside';
import type { Numbers } from '../evaluate/numbers';
import type { Projected, Projection, Spanned } from '../factors/gaussian/projection';
import { scopeOf } from '../factors/tables/elementLaw';
import { atPoint, type Known, type KnownValues } from '../factors/tables/known';
import { orNothing } from '../math/logSum';
import { logRootTwoPi } from '../math/normalCdf';
import { logSumsInside, nodesAtOnce } from '../plan/eliminatedInside';
import type { Element } from '../plan/graph';
import type { NodesPlan } from '../plan/planPart';
import type { Column } from '../sampling/columns';
import type { Batch } from '../values/batch';
import { sizeOf } from '../values/shape';
import { leniencyOf, stateValues, stateWeights } from './atNodes';

/** Some joint states times some draws, with everything evaluated. Node d · draws + c has state firstState + d and draw firstDraw + c. */
export interface NodeBlock {
  readonly firstState: number;
  readonly states: number;
  readonly firstDraw: number;
  readonly draws: number;
  /** The values at the nodes of all unknown elements of the part, and of all known ones with one point, by key. */
  readonly values: ReadonlyMap<string, Batch>;
  readonly scope: Scope;
  /** Of each node: its states' probability, and that of the evidence, without the plan's `logScale`. */
  readonly logWeights: Float64Array;
  /** log p of what differs between the points, points × nodes; null where nothing does. */
  readonly logTerms: Float64Array | null;
  /** The means of the wanted one of the plan's projected elements at the nodes; null where there is none. */
  readonly projectedMeans: Batch | null;
  /** How far the known values lie outside of their supports at every node, one for each coordinate, at one of the points. */
  outside(point: number): Float64Array[];
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
  const most = plan.inside === null ? nodeLimit : Math.min(nodeLimit, nodesAtOnce(plan.inside));
  const perBlock = Math.max(1, Math.min(most, Math.floor(blockLimit / (plan.late.length === 0 ? 1 : points))));
  const drawStep = Math.min(draws, perBlock);
  const stateStep = Math.max(1, Math.floor(perBlock / drawStep));
  for (let firstDraw = 0; firstDraw < draws; firstDraw += drawStep) {
    const last = Math.min(firstDraw + drawStep, draws);
    const cut = columns.map((column) => column.slice(firstDraw, last));
    const own = logWeights?.subarray(firstDraw, last) ?? null;
    for (let firstState = 0; firstState < plan.table.count; firstState += stateStep) {
      if (firstDraw > 0 || firstState > 0) yield null;
      const states = Math.min(stateStep, plan.table.count - firstState);
      const place = { firstState, states, firstDraw, draws: last - firstDraw };
      visit(blockAt(given, plan, known, points, place, cut, own));
    }
  }
}

type Place = Pick<NodeBlock, 'firstState' | 'states' | 'firstDraw' | 'draws'>;

function blockAt(
  given: Numbers,
  plan: NodesPlan,
  known: KnownValues,
  points: number,
  place: Place,
  columns: readonly Column[],
  drawWeights: Float64Array | null,
): NodeBlock {
  const { draws } = place;
  const nodes = place.states * draws;
  const logWeights = stateWeights(plan.table, place, drawWeights);
  const values = stateValues(plan.table, place);
  for (const each of known.values()) if (each.points === 1) values.set(each.element.key, once(each));
  const scope = scopeOf(given, values);
  const leniency = leniencyOf(plan, { ...place, columns, logWeights: drawWeights, mass: null }, logWeights);
  const projectedMeans =
    plan.projected === null ? null : addProjected(plan.projected, place, columns, values, logWeights);
  for (const { element, column } of plan.steps) {
    const law = lawOf(element.distribution, scope, element.loops);
    checkLaw(law, element.key, given.faults, leniency);
    if (column === null) {
      const logs = logAtNodes(law, values.get(element.key)!, nodes);
      for (let n = 0; n < nodes; n++) logWeights[n]! += logs[n]!;
    } else {
      const data = draw(law, nodes, columns.slice(column), logWeights);
      values.set(element.key, { nodes, size: data.length / nodes, data });
    }
  }
  if (plan.inside !== null) {
    const logs = logSumsInside(given, plan.inside, values, nodes);
    for (let n = 0; n < nodes; n++) logWeights[n]! += logs[n]!;
  }
  // A parameter that has left its domain says nothing: the node counts for nothing.
  for (let n = 0; n < nodes; n++) if (Number.isNaN(logWeights[n]!)) logWeights[n] = Number.NEGATIVE_INFINITY;
  let logTerms: Float64Array | null = null;
  for (const element of plan.late) {
    logTerms ??= new Float64Array(points * nodes);
    addTerms(logTerms, given, element, { known, values, scope, points, nodes }, (law) =>
      checkLaw(law, element.key, given.faults, leniency),
    );
  }
  const outside = (point: number) =>
    [...plan.steps.flatMap(({ element, column }) => (column === null ? [element] : [])), ...plan.late].flatMap(
      (element) => {
        const own = known.get(element.key);
        // What another law holds for at every point is not looked at.
        if (own === undefined || element.parents.some((key) => (known.get(key)?.points ?? 1) > 1)) return [];
        return outsideAt(lawOf(element.distribution, scope, element.loops), atPoint(own, point).values, nodes);
      },
    );
  return { ...place, values, scope, logWeights, logTerms, projectedMeans, outside };
}

/**
 * Adds the values of projected elements at every node, and what their own evidence says of its joint state.
 * @returns the means of the wanted one
 */
function addProjected(
  { states, seen }: Projected,
  { firstState, states: count, draws }: Place,
  columns: readonly Column[],
  values: Map<string, Batch>,
  logWeights: Float64Array,
): Batch | null {
  const nodes = count * draws;
  const fill = (size: number, of: (state: Projection) => Spanned): Batch => {
    const data = new Float64Array(nodes * size);
    for (let d = 0; d < count; d++) {
      const state = states[firstState + d]!;
      if (state === null) continue;
      const { constant, root } = of(state);
      const { rank } = state;
      for (let c = 0; c < draws; c++) {
        const from = (d * draws + c) * size;
        for (let j = 0; j < size; j++) {
          let value = constant[j]!;
          for (let k = 0; k < rank; k++) value += root[j * rank + k]! * columns[k]!.normal[c]!;
          data[from + j] = value;
        }
      }
    }
    return { nodes, size, data };
  };
  for (let d = 0; d < count; d++) {
    const log = states[firstState + d]?.logEvidence ?? 0;
    for (let n = d * draws; n < (d + 1) * draws; n++) logWeights[n]! += log;
  }
  for (const { key, variable } of seen)
    values.set(
      key,
      fill(sizeOf(variable.type.shape), (state) => state.values.get(key)!),
    );
  const some = states.find((state) => state !== null)?.wanted;
  return some == null ? null : fill(some.constant.length, (state) => state.wanted!);
}

function once({ values }: Known): Batch {
  return { nodes: 1, size: values.length, data: values };
}

interface AtPoints {
  readonly known: KnownValues;
  readonly values: ReadonlyMap<string, Batch>;
  readonly scope: Scope;
  readonly points: number;
  readonly nodes: number;
}

/** Adds log p of a known element that differs between points, at every point and node. */
function addTerms(
  sum: Float64Array,
  given: Numbers,
  element: Element,
  { known, values, scope, points, nodes }: AtPoints,
  check: (law: Law) => void,
): void {
  const own = known.get(element.key)!;
  const varying = element.parents.filter((key) => (known.get(key)?.points ?? 1) > 1);
  if (varying.length === 0) {
    const law = lawOf(element.distribution, scope, element.loops);
    check(law);
    addPoints(sum, law, own.values, points, nodes);
    return;
  }
  // The law differs between points too: every point has nodes of its own.
  const all = points * nodes;
  const spread = new Map(values);
  for (const key of element.parents) {
    const parent = known.get(key);
    if (parent !== undefined && parent.points > 1) spread.set(key, overPoints(parent.values, points, nodes));
    else spread.set(key, tiled(values.get(key)!, points));
  }
  const law = lawOf(element.distribution, scopeOf(given, spread), element.loops);
  check(law);
  const x = own.points === 1 ? once(own) : overPoints(own.values, points, nodes);
  const logs = logAtNodes(law, x, all);
  for (let i = 0; i < all; i++) sum[i]! += orNothing(logs[i]!);
}

/** Each point's value at all of its nodes. */
function overPoints(values: Float64Array, points: number, nodes: number): Batch {
  const size = values.length / points;
  const data = new Float64Array(points * nodes * size);
  for (let at = 0, i = 0; at < data.length; at += size, i++) {
    const from = Math.floor(i / nodes) * size;
    for (let j = 0; j < size; j++) data[at + j] = values[from + j]!;
  }
  return { nodes: points * nodes, size, data };
}

/** The values of all nodes once for each point. */
function tiled(value: Batch, points: number): Batch {
  if (value.nodes === 1) return value;
  const data = new Float64Array(points * value.data.length);
  for (let p = 0; p < points; p++) data.set(value.data, p * value.data.length);
  return { nodes: points * value.nodes, size: value.size, data };
}

/** One law at all nodes against the value of each point. */
function addPoints(sum: Float64Array, law: Law, values: Float64Array, points: number, nodes: number): void {
  const lawNodes = nodesOf(law);
  for (let n = 0; n < lawNodes; n++) {
    const here = lawAt(law, n);
    if (here.kind === 'family' && here.name === 'Normal' && here.size === 1 && lawNodes > 1) {
      addNormal(sum, parametersAt(here, n, 0), values, n, nodes);
      continue;
    }
    const logs = logMassesAt(law, n, values);
    for (let p = 0; p < points; p++) {
      const log = orNothing(logs[p]!);
      if (lawNodes > 1) sum[p * nodes + n]! += log;
      else for (let m = 0; m < nodes; m++) sum[p * nodes + m]! += log;
    }
  }
}

/** The commonest family by itself: without a call, or a logarithm, for each point. */
function addNormal(sum: Float64Array, [mean, sd]: readonly number[], values: Float64Array, n: number, nodes: number) {
  const [inverse, constant] = [1 / sd!, -Math.log(sd!) - logRootTwoPi];
  for (let p = 0, at = n; p < values.length; p++, at += nodes) {
    const y = (values[p]! - mean!) * inverse;
    sum[at]! += orNothing(constant - 0.5 * y * y);
  }
}
