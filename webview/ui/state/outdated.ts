import { plotOf, type State } from './state';

/**
 * Whether what is shown is of another model than the text is by now: of another file, or of another structure, which the engine has not
 * drawn yet or cannot draw. The numbers behind such a picture are none of the text's.
 */
export function isOutdated(state: State): boolean {
  const shown = plotOf(state)?.asked.model;
  if (shown === undefined) return false;
  return shown.uri !== state.model?.uri || shown.structureKey !== state.model.structureKey;
}
