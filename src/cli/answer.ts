import type { Method } from '../../webview/engine/preview';
import type { Answers } from '../../webview/engine/queries/query';
import type { Json } from './json';
import type { Progress } from './progress';

/**
 * Works a query out to its last answer.
 * @param share of all the work that was done before it; null where it is all the work
 */
export function follow<T>(answers: Answers<T>, progress: Progress, share: number | null = null): T {
  let last: T | null = null;
  try {
    for (const answer of answers) {
      if (answer !== null) last = answer;
      progress.update(share);
    }
  } finally {
    progress.done();
  }
  if (last === null) throw new Error('A query ended without an answer.');
  return last;
}

/** What an answer says of how it was found, beside its name. */
export function methodDetails(method: Method): Json {
  const { exact, badge, sentence, states, nodes, dimensions, relativeError } = method;
  return { exact, badge, sentence, states, nodes, dimensions, relativeError };
}
