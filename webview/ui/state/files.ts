import { recalled, remembered } from './fileState';
import type { Asked, State } from './state';

/** Another model is shown: what was kept of it comes back, and what is to be kept of the last one is put aside. */
export function enter(state: State, uri: string): State {
  if (state.uri === uri) return state;
  const files = remembered(state.files, state.uri, state);
  // A menu that is about one model would open again over another, and take the keyboard; samples that were asked for are those
  // of the last model.
  const exporting = { ...state.exporting, open: false, rows: null, said: '' };
  return { ...state, uri, files, ...recalled(files, uri), entry: null, exporting };
}

/**
 * A file, or a folder, has another name: the models in it stay what they are to the reader. One that is shown under its new name
 * already gets back what was kept under the old one.
 */
export function renamed(state: State, from: string, to: string): State {
  const moved = (uri: string): string =>
    uri === from ? to : uri.startsWith(`${from}/`) ? to + uri.slice(from.length) : uri;
  const known = [state, ...state.files, ...(state.snapshot === null ? [] : [state.snapshot])];
  const replaced = new Set(
    known
      .map(({ uri }) => uri)
      .filter((uri) => moved(uri) !== uri)
      .map(moved),
  );
  if (replaced.size === 0) return state;
  const files = state.files
    .filter(({ uri }) => moved(uri) !== uri || !replaced.has(uri))
    .map((file) => ({ ...file, uri: moved(file.uri) }));
  const asked = (one: Asked): Asked => ({ ...one, model: { ...one.model, uri: moved(one.model.uri) } });
  const own = <T extends { readonly asked: Asked }>(one: T | null): T | null =>
    one === null ? null : { ...one, asked: asked(one.asked) };
  const early =
    moved(state.uri) === state.uri && state.files.some(({ uri }) => moved(uri) !== uri && moved(uri) === state.uri);
  return {
    ...state,
    ...(early ? recalled(files, state.uri) : {}),
    uri: moved(state.uri),
    files,
    model: state.model === null ? null : { ...state.model, uri: moved(state.model.uri) },
    asked: state.asked.map(asked),
    shown: own(state.shown),
    rows: own(state.rows),
    snapshot: state.snapshot === null ? null : { ...state.snapshot, uri: moved(state.snapshot.uri) },
  };
}
