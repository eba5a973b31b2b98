import type { Evidence, Inquiry } from '../api/query';
import { knownOf } from '../factors/tables/known';
import type { Element } from '../plan/graph';
import { closureOf, partsOf } from '../plan/parts';
import { isClosed, smoothedPart } from './smoothedPart';

/**
 * Smooths the chains of several elements at once, before each is asked for by itself: the posterior of every one is then found among what
 * was smoothed.
 * @returns whether every one that is not known is known on grids now, or in closed form
 */
export function* smoothTogether(
  inquiry: Inquiry,
  elements: readonly Element[],
  evidence: Evidence,
): Generator<null, boolean> {
  const known = new Map(knownOf(inquiry.graph, evidence).map((each) => [each.element.key, each]));
  const closure = closureOf(inquiry.graph, [...elements, ...Array.from(known.values(), ({ element }) => element)]);
  const wanted = new Set(elements);
  for (const part of partsOf(closure, known, null)) {
    if (!part.free.some((element) => wanted.has(element)) || isClosed(inquiry.given, part, known)) continue;
    const found = yield* smoothedPart(inquiry.given, part, known);
    if (found === null) return false;
  }
  return true;
}
