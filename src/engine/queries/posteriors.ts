import type { Evidence, Inquiry, Posterior } from '../api/query';
import type { Element } from '../plan/graph';
import { exactPosteriors } from './exactPosteriors';
import { finalAnswerSteps } from './finalAnswer';
import { byNodes } from './posterior';
import { smoothTogether } from './smoothTogether';

/** One answer of several. */
export interface ElementPosterior {
  readonly element: Element;
  readonly posterior: Posterior;
}

/**
 * The posterior of each of some elements by itself, in their order, each to its end: a whole chain takes about twice the time of one element
 * where sums, closed forms and grids answer it.
 * @throws Unanswerable as `posterior` does
 */
export function* posteriors(
  inquiry: Inquiry,
  of: readonly Element[],
  evidence: Evidence,
): Generator<ElementPosterior | null, void> {
  const exact = yield* exactPosteriors(inquiry, of, evidence);
  const rest = of.filter((element) => !exact.of.has(element));
  // What is on grids is smoothed once for all of them.
  if (rest.length > 1) yield* smoothTogether(inquiry, rest, evidence);
  for (const element of of) {
    const posterior = exact.of.get(element) ?? (yield* finalAnswerSteps(byNodes(inquiry, element, evidence)));
    yield { element, posterior };
  }
}
