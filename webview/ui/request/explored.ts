import type { Choice } from '../../../src/engine/api/preview';
import type { Distribution, Variable } from '../../../src/model/model';
import { type Place, peakPlace, placeAfterKey } from '../../plots/words/pointing';
import { type Explored, plotOf, type State } from '../state/state';
import { exploredPlace, isAt, sizeOf, variableOf } from './exploredPlace';
import { neighbour } from './neighbour';
import { ask, quiet, type Step } from './step';

/** The reader goes to a place of the latent picture. @param held to stay there when the pointer leaves */
export function explore(state: State, choice: Choice, place: Place, held: boolean): Step {
  const { variable, index } = choice;
  const found = variableOf(state.model?.structure, variable);
  if (found === undefined) return quiet(state);
  const values = valuesAt(found, choice, place, state.explored);
  const last = state.explored;
  if (last !== null && isAt(last, choice) && last.values.join() === values.join()) {
    return last.held === held ? quiet(state) : quiet({ ...state, explored: { ...last, held } });
  }
  return ask({ ...state, explored: { variable, index, values, held } });
}

/** The reader is nowhere in the latent space any more. */
export function leaveLatent(state: State): Step {
  return state.explored === null ? quiet(state) : ask({ ...state, explored: null });
}

/** The next or the last value of the latent variable that is shown; of a discrete one, the other end after the end. */
export function stepLatent(state: State, direction: 1 | -1): Step {
  const plot = plotOf(state)?.preview.prior ?? null;
  if (plot === null) return quiet(state);
  const at = exploredPlace(plot, state.explored);
  if (plot.kind === 'bars') {
    const { values } = plot;
    const x = neighbour(values, at === null ? -1 : values.indexOf(at.x), direction) ?? 0;
    return explore(state, plot.choice, { x, y: 0 }, true);
  }
  const next =
    at === null ? peakPlace(plot) : placeAfterKey(plot, at, direction > 0 ? 'ArrowRight' : 'ArrowLeft', false);
  return next === null ? quiet(state) : explore(state, plot.choice, next, true);
}

/** A coordinate moves by itself: the others stay where they were put, but for shares of a whole, which it takes from or gives to. */
function valuesAt(found: Variable, choice: Choice, { x, y }: Place, last: Explored | null): (number | null)[] {
  const size = sizeOf(found);
  if (choice.coordinate === null) return size === 1 ? [x] : [x, y];
  const kept =
    last !== null && isAt(last, choice) && last.values.length === size && !isShares(found) ? last.values : null;
  return Array.from({ length: size }, (_, j) => (j + 1 === choice.coordinate ? x : (kept?.[j] ?? null)));
}

function isShares({ definitions }: Variable): boolean {
  const shares = (distribution: Distribution): boolean =>
    distribution.kind === 'table'
      ? distribution.rows.some(({ value }) => shares(value))
      : distribution.kind === 'family' && distribution.family === 'Dirichlet';
  return definitions.some(({ distribution }) => shares(distribution));
}
