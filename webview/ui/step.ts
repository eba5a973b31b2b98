import type { Structure } from '../../src/model/model';
import type { EditMessage } from '../../src/protocol';
import type { Choice, Preview, PreviewQuery } from '../engine/preview';
import { asidesOf } from './asides';
import type { WholeRequest } from './engineLink';
import { overlaid } from './pendingEdit';
import { type State, seedOf } from './state';

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

/** Asks the engine for the picture of a state. */
export function ask(state: State): Step {
  const { settings } = state;
  if (state.model === null) return quiet(state);
  const model = { ...state.model, numbers: [...overlaid(state.model.numbers, state.model, state.pending)] };
  const generation = state.generation + 1;
  const query: PreviewQuery = {
    observed: wish(state, 'observed', model.structure),
    latent: wish(state, 'latent', model.structure),
    evidence: state.evidence.filter(({ variable }) => model.structure.variables.some(({ name }) => name === variable)),
    zoom: state.zoom,
    mass: settings.mass,
    asides: asidesOf(state, model),
    points: settings.points,
    draws: settings.draws,
    samples: settings.samples,
    seed: seedOf(state),
    backend: settings.backend,
  };
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

/** @returns what the user chose, where the last answer offered it and the model still has that variable. */
function wish(state: State, part: 'observed' | 'latent', structure: Structure): Choice | null {
  const label = state[part];
  if (label === null || state.shown === null || state.shown.asked.model.uri !== state.uri) return null;
  const choice = offered(state.shown.preview, part).find((one) => one.label === label);
  return choice !== undefined && structure.variables.some(({ name }) => name === choice.variable) ? choice : null;
}

/** What the engine offers to look at. */
export function offered(preview: Preview, part: 'observed' | 'latent'): readonly Choice[] {
  return part === 'observed' ? preview.observedChoices : preview.latentChoices;
}

/** A state that needs nothing of anyone. */
export function quiet(state: State): Step {
  return { state, request: null, incomplete: false, edit: null };
}
