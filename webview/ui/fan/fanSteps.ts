import { chainOf, chainsOf } from '../request/chains';
import { neighbour } from '../request/neighbour';
import { ask, quiet, type Step } from '../request/step';
import type { State } from '../state/state';

/** The reader chose a chain, by its label. */
export function chooseChain(state: State, fan: string): Step {
  return ask({ ...state, fan });
}

/** The next chain or the one before; after the end comes the other end. */
export function stepChain(state: State, direction: 1 | -1): Step {
  if (state.model === null) return quiet(state);
  const { structure } = state.model;
  const labels = chainsOf(structure).map(({ label }) => label);
  const from = labels.indexOf(chainOf(state, structure)?.label ?? '');
  const next = neighbour(labels, from, direction);
  return next === undefined || labels.length < 2 ? quiet(state) : chooseChain(state, next);
}
