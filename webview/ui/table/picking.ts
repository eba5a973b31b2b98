import { quiet, type Step } from '../request/step';
import type { State } from '../state/state';

/** The reader chose a sample in the table, to see it in the plots; the same one again: not any more. */
export function picked(row: number): (state: State) => Step {
  return (state) => quiet({ ...state, picked: state.picked === row ? null : row });
}
