import type { Choice, Preview } from '../../../src/engine/api/preview';
import type { Structure } from '../../../src/model/model';
import type { State } from './state';

/** @returns what the user chose, where the last answer offered it and the model still has that variable. */
export function wish(state: State, part: 'observed' | 'latent', structure: Structure): Choice | null {
  const label = state[part];
  if (label === null || state.shown === null || state.shown.asked.model.uri !== state.uri) return null;
  const choice = offered(state.shown.preview, part).find((one) => one.label === label);
  return choice !== undefined && structure.variables.some(({ name }) => name === choice.variable) ? choice : null;
}

/** What the engine offers to look at. */
export function offered(preview: Preview, part: 'observed' | 'latent'): readonly Choice[] {
  return part === 'observed' ? preview.observedChoices : preview.latentChoices;
}
