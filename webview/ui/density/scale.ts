import { ask, quiet, type Step } from '../request/step';
import type { ScaleName, State } from '../state/state';

/** Shows the observed variable on another scale; a distribution function is asked for, the others are drawn from what there is. */
export function showScale(state: State, scale: ScaleName): Step {
  if (state.scale === scale && state.view === 'density') return quiet(state);
  const next: State = { ...state, scale, view: 'density' };
  return scale === 'distribution' || state.view !== 'density' ? ask(next) : quiet(next);
}
