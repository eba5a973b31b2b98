import type { Answers } from '../api/query';

/** Runs a query to its end, pausing wherever it does, as a step of another. */
export function* finalAnswerSteps<T>(answers: Answers<T>): Generator<null, T> {
  let last: T | null = null;
  for (const answer of answers) {
    if (answer === null) yield null;
    else last = answer;
  }
  if (last === null) throw new Error('A query gave no answer.');
  return last;
}
