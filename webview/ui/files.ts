import { recalled, remembered } from './fileState';
import type { State } from './state';

/** Another model is shown: what was kept of it comes back, and what is to be kept of the last one is put aside. */
export function enter(state: State, uri: string): State {
  if (state.uri === uri) return state;
  const files = remembered(state.files, state.uri, state);
  // Samples that were asked for are those of the last model.
  const exporting = { ...state.exporting, rows: null, said: '' };
  return { ...state, uri, files, ...recalled(files, uri), entry: null, exporting };
}
