import { describe, expect, it } from 'vitest';
import { finalAnswerSteps } from '../../../src/engine/queries/finalAnswer';
import { finalAnswer } from './inquire';

function* answers() {
  yield null;
  yield 'rough';
  yield null;
  yield 'fine';
  yield null;
}

describe('the final answer', () => {
  it('is the last', () => {
    expect(finalAnswer(answers())).toBe('fine');
  });

  it('as a step pauses where the query does', () => {
    const steps = finalAnswerSteps(answers());
    const seen: unknown[] = [];
    for (let step = steps.next(); ; step = steps.next()) {
      seen.push(step.value);
      if (step.done === true) break;
    }
    expect(seen).toEqual([null, null, null, 'fine']);
  });

  it('must be there', () => {
    expect(() =>
      finalAnswer(
        (function* () {
          yield null;
        })(),
      ),
    ).toThrow('A query gave no answer.');
  });
});
