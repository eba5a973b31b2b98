import type { PreviewQuery } from '../../../src/engine/api/preview';
import type { EditMessage } from '../../../src/protocol';
import { overlaid } from '../state/pendingEdit';
import { type State, seedOf } from '../state/state';
import { wish } from '../state/wish';
import { asidesOf } from './asides';
import { askedAlready } from './askedAlready';
import type { WholeRequest } from './engineLink';
import { standingAxes } from './standingAxes';
import { zoomOf } from './zoomed';

/** What an event leads to, beside the new state. */
export interface Step {
  readonly state: State;
  /** To be sent to the engine at once. */
  readonly request: WholeRequest | null;
  /** The host left out something that this panel does not have: it must be asked to tell all. */
  readonly incomplete: boolean;
  /** To be written by the host. */
  readonly edit: EditMessage | null;
}

/** Asks the engine for the picture of a state, unless that is asked already. */
export function ask(state: State): Step {
  const { settings } = state;
  if (state.model === null) return quiet(state);
  const model = { ...state.model, numbers: [...overlaid(state.model.numbers, state.model, state.pending)] };
  const query: PreviewQuery = {
    observed: wish(state, 'observed', model.structure),
    latent: wish(state, 'latent', model.structure),
    evidence: state.evidence.filter(({ variable }) => model.structure.variables.some(({ name }) => name === variable)),
    zoom: zoomOf(state),
    standing: standingAxes(state, model),
    mass: settings.mass,
    asides: asidesOf(state, model),
    points: settings.points,
    draws: settings.draws,
    samples: settings.samples,
    seed: seedOf(state),
    backend: settings.backend,
  };
  const known = askedAlready(state, { model, query });
  if (known !== null) return quiet(known);
  const generation = state.generation + 1;
  const asked = { generation, model, query };
  const { structureKey, structure, numbers, views, weights, data } = model;
  return {
    state: { ...state, generation, asked: [...state.asked.slice(-mostAsked), asked] },
    request: { generation, structureKey, structure, numbers, views, weights, data, query },
    incomplete: false,
    edit: null,
  };
}

/** While a slow model is computed, no more requests than this are remembered. */
const mostAsked = 30;

/** A state that needs nothing of anyone. */
export function quiet(state: State): Step {
  return { state, request: null, incomplete: false, edit: null };
}
