import type { Numbers } from '../evaluate/numbers';
import type { Filtered } from '../factors/gaussian/filter';
import { atPoint, type Known, type KnownValues } from '../factors/tables/known';
import { cholesky } from '../math/cholesky';
import { logSumExp } from '../math/logSum';
import { logRootTwoPi } from '../math/normalCdf';
import type { Part } from '../plan/parts';
import type { NodesPlan } from '../plan/planPart';
import { sizeOf } from '../values/shape';
import { gaussianStates, isGaussianPart } from './gaussianPart';

/**
 * log of the probability of a part's known elements, in closed form and double precision.
 * @returns one for each point; null where the part is not linear and Gaussian given its discrete elements
 */
export function* gaussianDensity(
  given: Numbers,
  part: Part,
  plan: NodesPlan,
  known: KnownValues,
  points: number,
): Generator<null, Float64Array | null> {
  if (!isGaussianPart(given, plan)) return null;
  if (points > 1) {
    const together = yield* jointly(given, part, plan, known, points);
    if (together !== null) return together;
  }
  const logs = new Float64Array(points);
  for (let p = 0; p < points; p++) {
    const here = new Map(Array.from(known, ([key, each]) => [key, atPoint(each, p)]));
    const states = yield* gaussianStates(given, part, plan, here, []);
    if (states === null) return null;
    logs[p] = logSumExp(states.map(({ logWeight }) => logWeight));
    if (p % 64 === 63) yield null;
  }
  return logs;
}

/** Numbers that are held at once for all points. */
const heldLimit = 64;

/** Takes the elements that differ from point to point as unknown: all points are values of their Gaussians. */
function* jointly(
  given: Numbers,
  part: Part,
  plan: NodesPlan,
  known: KnownValues,
  points: number,
): Generator<null, Float64Array | null> {
  const kept = part.elements.flatMap(({ key }) => known.get(key) ?? []).filter((each) => each.points > 1);
  // A long chain takes less time point by point than to hold all of its elements at once.
  if (kept.reduce((sum, { element }) => sum + sizeOf(element.variable.type.shape), 0) > heldLimit) return null;
  const own = new Set(kept.map(({ element }) => element.key));
  const fromOutside = part.elements.some(({ parents }) =>
    parents.some((key) => (known.get(key)?.points ?? 1) > 1 && !own.has(key)),
  );
  if (fromOutside) return null;
  const constant = new Map([...known].filter(([key]) => !own.has(key)));
  const states = yield* gaussianStates(
    given,
    part,
    plan,
    constant,
    kept.map(({ element }) => element),
  );
  if (states === null) return null;
  const logs: Float64Array[] = [];
  for (const { filtered, logWeight } of states) {
    const densities = normalLogDensity(filtered, kept, points);
    if (densities === null) return null;
    logs.push(densities.map((log) => log + logWeight));
    yield null;
  }
  return Float64Array.from({ length: points }, (_, p) => logSumExp(logs.map((each) => each[p]!)));
}

/** @returns log of the Gaussian's density at every point; null where it lies in fewer dimensions than it has numbers */
function normalLogDensity({ mean, covariance }: Filtered, kept: readonly Known[], points: number): Float64Array | null {
  const size = mean.length;
  const root = cholesky(Array.from(covariance), size);
  if (root === null) return null;
  let constant = -size * logRootTwoPi;
  for (let i = 0; i < size; i++) constant -= Math.log(root[i * size + i]!);
  const off = new Float64Array(size);
  return Float64Array.from({ length: points }, (_, p) => {
    let at = 0;
    for (const { element, values } of kept) {
      const own = sizeOf(element.variable.type.shape);
      for (let j = 0; j < own; j++, at++) off[at] = values[p * own + j]! - mean[at]!;
    }
    let squares = 0;
    for (let i = 0; i < size; i++) {
      let rest = off[i]!;
      for (let k = 0; k < i; k++) rest -= root[i * size + k]! * off[k]!;
      off[i] = rest / root[i * size + i]!;
      squares += off[i]! ** 2;
    }
    return constant - 0.5 * squares;
  });
}
