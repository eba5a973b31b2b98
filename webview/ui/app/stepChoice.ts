import { choose } from '../request/events';
import { neighbour } from '../request/neighbour';
import { quiet, type Step } from '../request/step';
import { plotOf, type State } from '../state/state';
import { offered } from '../state/wish';

/** Shows the next variable that there is to look at, or the one before; after the end comes the other end. */
export function stepChoice(part: 'observed' | 'latent', direction: 1 | -1): (state: State) => Step {
  return (state) => {
    const preview = plotOf(state)?.preview;
    if (preview === undefined) return quiet(state);
    const labels = offered(preview, part).map(({ label }) => label);
    const shown = (part === 'observed' ? preview.observed : preview.prior)?.choice.label ?? '';
    // What was chosen may not have been answered yet, and several keys may be pressed before.
    const chosen = state[part] ?? '';
    const from = labels.indexOf(labels.includes(chosen) ? chosen : shown);
    const next = neighbour(labels, from, direction);
    return next === undefined || labels.length < 2 ? quiet(state) : choose(state, part, next);
  };
}
