import type { Numbers } from '../evaluate/numbers';
import { type Filtered, filter } from '../factors/gaussian/filter';
import { isLinearGaussian } from '../factors/gaussian/linear';
import { type LinearGaussian, linearGaussian } from '../factors/gaussian/linearGaussian';
import { atPoint, type KnownValues } from '../factors/tables/known';
import type { Element } from '../plan/graph';
import type { Part } from '../plan/parts';
import type { NodesPlan } from '../plan/planPart';
import { sizeOf } from '../values/shape';

/** One joint state of the discrete elements of a part in which all else is linear and Gaussian. */
export interface GaussianState<T = Filtered> {
  /** log of the probability of the state and of the evidence in the part, the plan's `logScale` included. */
  readonly logWeight: number;
  /** What is known given the state and the evidence. */
  readonly filtered: T;
  /** The index of the joint state in the plan's table. */
  readonly state: number;
}

/** Whether all of a part's elements but discrete ones that depend on no continuous one are linear and Gaussian. */
export function isGaussianPart(given: Numbers, plan: NodesPlan): boolean {
  const elements = [...plan.steps.map(({ element }) => element), ...plan.late];
  return plan.inside === null && elements.every((element) => isLinearGaussian(element, given.program));
}

/**
 * The Gaussians of some elements of a part, one for each joint state of its discrete elements that is possible.
 * @param known all of them at one point
 * @param keep unknown continuous elements
 * @returns null where an element is not linear and Gaussian after all
 */
export function gaussianStates(
  given: Numbers,
  part: Part,
  plan: NodesPlan,
  known: KnownValues,
  keep: readonly Element[],
): Generator<null, GaussianState[] | null> {
  const keys = keep.map(({ key }) => key);
  return solvedStates(given, part, plan, known, (model, evidence) => filter(model, evidence, keys));
}

/**
 * Asks something of the linear-Gaussian model of a part, for each joint state of its discrete elements that is possible.
 * @param known all of them at one point
 * @param solve gives null where it cannot
 * @returns null where an element is not linear and Gaussian after all, or where `solve` could not
 */
export function* solvedStates<T extends { readonly logEvidence: number }>(
  given: Numbers,
  part: Part,
  plan: NodesPlan,
  known: KnownValues,
  solve: (model: LinearGaussian, evidence: ReadonlyMap<string, Float64Array>) => T | null,
): Generator<null, GaussianState<T>[] | null> {
  const { table } = plan;
  // Discrete elements are constants, state by state; what the table has summed over or weighed already is left out.
  const present = new Set([...table.elements, ...plan.steps.map(({ element }) => element), ...plan.late]);
  const elements = part.elements.filter((element) => present.has(element));
  const keysInside = new Set(elements.map(({ key }) => key));
  // Known parents that are not among them are constants too.
  const outside = [...new Set(elements.flatMap(({ parents }) => parents))].filter(
    (key) => !keysInside.has(key) && known.has(key),
  );
  const constants = new Map(outside.map((key) => [key, atPoint(known.get(key)!, 0).values]));
  const all = [...outside.map((key) => known.get(key)!.element), ...elements];
  const evidence = new Map(
    elements.filter(({ key }) => known.has(key)).map(({ key }) => [key, known.get(key)!.values]),
  );
  const result: GaussianState<T>[] = [];
  for (let state = 0; state < table.count; state++) {
    const weight = table.weights[state]!;
    if (!(weight > 0)) continue;
    if (state % 16 === 15) yield null;
    const values = new Map(constants);
    table.elements.forEach((element, i) => {
      const size = sizeOf(element.variable.type.shape);
      values.set(element.key, table.values[i]!.slice(state * size, (state + 1) * size));
    });
    const model = linearGaussian(given, all, values);
    if (model === null) return null;
    const filtered = solve(model, evidence);
    if (filtered === null) return null;
    result.push({ logWeight: Math.log(weight) + plan.logScale + filtered.logEvidence, filtered, state });
  }
  return result;
}
