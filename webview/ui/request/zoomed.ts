import { choicesOf, resolveChoice } from '../../../src/engine/api/choices';
import type { Choice, Zoom } from '../../../src/engine/api/preview';
import type { Structure } from '../../../src/model/model';
import type { State } from '../state/state';
import { wish } from '../state/wish';

/** What can be looked at nearer: a choice, and of what type its values are. A range of another is a range of something else. */
export function zoomSubject({ label, variable }: Choice, { variables }: Structure): string {
  const type = variables.find(({ name }) => name === variable)?.type;
  return `${label} ${type?.kind} [${type?.shape}]`;
}

/** Where the reader has zoomed in on what the model has to show now; null where that is none of what was zoomed in on. */
export function zoomOf(state: State): Zoom | null {
  const { zoom, zoomed, model } = state;
  if (zoom === null || zoomed === null || model === null) return zoom;
  const { structure } = model;
  // As the engine chooses.
  const choice = resolveChoice(wish(state, 'observed', structure), choicesOf({ structure }, 'observed'), null);
  return choice !== null && zoomSubject(choice, structure) === zoomed ? zoom : null;
}
