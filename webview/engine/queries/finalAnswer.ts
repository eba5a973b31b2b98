import type { Answers } from './query';

/** Runs a query to its end without pauses. */
export function finalAnswer<T>(answers: Answers<T>): T {
  let last: T | null = null;
  for (const answer of answers) last = answer ?? last;
  if (last === null) throw new Error('A query gave no answer.');
  return last;
}
