import type { Method } from '../engine/api/preview';
import type { Answers } from '../engine/api/query';
import type { Json } from './json';
import type { Progress } from './progress';

/** Works a query out to its last answer. */
export function follow<T>(answers: Answers<T>, progress: Progress): T {
  let last: T | null = null;
  try {
    for (const answer of answers) {
      if (answer !== null) last = answer;
      progress.update(null);
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
