import type { State } from './state';
import { ask, type Step } from './step';

/** The reader chose a chain, by its label. */
export function chooseChain(state: State, fan: string): Step {
  return ask({ ...state, fan });
}

/** One element is no longer observed. */
export function unobserve(state: State, variable: string, index: number): Step {
  const evidence = state.evidence.filter((given) => given.variable !== variable || given.index !== index);
  return ask({ ...state, evidence });
}
