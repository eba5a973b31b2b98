import { sameSelection, selectionAt } from './selection';
import type { Caret, State } from './state';

/** The caret is elsewhere in the text. */
export function withCaret(state: State, caret: Caret): State {
  return withSelection({ ...state, caret });
}

/**
 * Works out what the caret is in. A caret is of one version of the text, and may be heard of before or after that version: until
 * both are there, what was marked stays marked, as long as the model is of the same structure.
 */
export function withSelection(state: State): State {
  const { caret, model, selection } = state;
  if (model === null || caret === null || caret.uri !== model.uri) return marked(state, null);
  if (caret.version !== model.version)
    return selection?.structureKey === model.structureKey ? state : marked(state, null);
  return marked(state, selectionAt(caret, model));
}

/** The same selection stays the same object, so that nothing is painted for it. */
function marked(state: State, selection: State['selection']): State {
  return sameSelection(state.selection, selection) ? state : { ...state, selection };
}
