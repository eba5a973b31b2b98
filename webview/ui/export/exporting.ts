import type { Paper } from '../../export/paper';
import { ask, quiet, type Step } from '../request/step';
import { type Exporting, plotOf, type State } from '../state/state';

/** Opens or closes the menu of what can be taken away; where nothing is shown there is nothing to open it for. */
export function openExport(state: State, open: boolean): Step {
  if (open && plotOf(state) === null) return quiet(state);
  return state.exporting.open === open ? quiet(state) : quiet(changed(state, { open, said: '' }));
}

/** Chooses which of the two pictures the menu is about. */
export function exportSubject(state: State, subject: Exporting['subject']): Step {
  return quiet(changed(state, { subject }));
}

/** Chooses whether pictures are made for a light page or a dark one. */
export function exportPaper(state: State, paper: Paper): Step {
  return quiet(changed(state, { paper }));
}

/** Has samples of all variables drawn, to be written once they are there. */
export function exportRows(state: State, to: 'file' | 'clipboard'): Step {
  return ask(changed(state, { rows: to, open: false, said: 'Drawing the samples …' }));
}

/** The samples are on their way, or cannot be had. */
export function rowsDone(state: State): Step {
  return quiet(changed(state, { rows: null, said: '' }));
}

/** What came of an export. */
export function exportSaid(state: State, said: string): Step {
  return quiet(changed(state, { said }));
}

function changed(state: State, parts: Partial<Exporting>): State {
  return { ...state, exporting: { ...state.exporting, ...parts } };
}
