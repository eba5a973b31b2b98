import type { Asked, State } from '../state/state';

/**
 * Whether the newest request asks the very same already: about the text before a comment was typed, or about numbers that were drawn
 * while they were dragged and are written in the text by now.
 * @param again what would be asked
 * @returns the state in which that request and its answer are the newer text's, or null where the engine must be asked
 */
export function askedAlready(state: State, again: Pick<Asked, 'model' | 'query'>): State | null {
  const { asked, generation, problem, shown } = state;
  // What has failed once is tried again.
  if (problem?.kind === 'failure') return null;
  // A picture that was never finished is none to stay with.
  const newest = asked.at(-1) ?? (shown?.preview.final === true ? shown.asked : undefined);
  if (newest?.generation !== generation || !asksTheSame(newest, again)) return null;
  // The very same array: what was worked out from it is not worked out again.
  const mine = { ...newest, ...again, model: { ...again.model, numbers: newest.model.numbers } };
  return {
    ...state,
    asked: asked.map((one) => (one === newest ? mine : one)),
    shown: shown?.asked.generation === generation ? { ...shown, asked: mine } : shown,
  };
}

function asksTheSame(one: Pick<Asked, 'model' | 'query'>, other: Pick<Asked, 'model' | 'query'>): boolean {
  return (
    one.model.uri === other.model.uri &&
    one.model.data === other.model.data &&
    sameModel(one.model, other.model) &&
    JSON.stringify([one.model.views, one.query]) === JSON.stringify([other.model.views, other.query])
  );
}

type Numbers = Pick<Asked['model'], 'structureKey' | 'weights' | 'numbers'>;

/** Whether two models are one with the same numbers. */
export function sameModel(one: Numbers, other: Numbers): boolean {
  return (
    one.structureKey === other.structureKey &&
    one.weights === other.weights &&
    one.numbers.length === other.numbers.length &&
    one.numbers.every((number, i) => Object.is(number, other.numbers[i]))
  );
}
