import type { State } from './state';
import { plotOf } from './state';
import { quiet, type Step } from './step';

/** Puts the present picture aside, to be compared with. */
export function takeSnapshot(state: State): Step {
  const shown = plotOf(state);
  return quiet(shown === null ? state : { ...state, snapshot: shown });
}

/** Nothing is compared with any more. */
export function clearSnapshot(state: State): Step {
  return quiet({ ...state, snapshot: null });
}

/** Takes a snapshot, or forgets the one that there is. */
export function toggleSnapshot(state: State): Step {
  return state.snapshot === null ? takeSnapshot(state) : clearSnapshot(state);
}
