import type { Inquiry } from '../api/query';
import type { Known } from '../factors/tables/known';
import type { Element } from '../plan/graph';
import { partsOf } from '../plan/parts';
import { type PartDensity, settledDensity } from './partDensity';
import type { Work } from './queryMethod';
import { isClosed, smoothedPart, vertexOf } from './smoothedPart';

/**
 * log of the joint density of known elements of which one number has many values: p(the others) p(the number | the others), where grids
 * have the second.
 * @returns null where they have not
 */
export function* gridDensity(
  inquiry: Inquiry,
  closure: readonly Element[],
  knowns: readonly Known[],
): Generator<
  null,
  { readonly logs: Float64Array; readonly errors: Float64Array | null; readonly works: Work[] } | null
> {
  const varying = knowns.filter(({ points }) => points > 1);
  const { element, values } = varying[0] ?? {};
  if (element === undefined || values === undefined || varying.length > 1 || element.discrete) return null;
  const known = new Map(knowns.filter((each) => each.element !== element).map((each) => [each.element.key, each]));
  const parts = partsOf(closure, known, null);
  const own = parts.find(({ free }) => free.includes(element))!;
  if (isClosed(inquiry.given, own, known)) return null;
  const found = yield* smoothedPart(inquiry.given, own, known);
  if (found === null) return null;
  const { logEvidence, marginals } = found.smoothed;
  const marginal = marginals[vertexOf(found, element)]!;
  const works = [{ ...found.work, error: Math.max(found.work.error, marginal.densityError(values)) }];
  let [log, square, sampled] = [logEvidence, 0, false];
  for (const part of parts) {
    if (part === own) continue;
    const other: PartDensity = yield* settledDensity(inquiry, part, known);
    log += other.logs[0]!;
    square += (other.errors?.[0] ?? 0) ** 2;
    sampled ||= other.errors !== null;
    works.push(other.work);
  }
  const logs = marginal.logDensity(values).map((each) => each + log);
  return { logs, errors: sampled ? logs.map(() => Math.sqrt(square)) : null, works };
}
