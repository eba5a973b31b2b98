import type { State } from './state';
import { ask, type Step } from './step';

/** The reader chose a chain, by its label. */
export function chooseChain(state: State, fan: string): Step {
  return ask({ ...state, fan });
}
