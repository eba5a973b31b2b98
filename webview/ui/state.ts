import type { Structure } from '../../src/model/model';
import type {
  EditMessage,
  HostMessage,
  ModelMessage,
  PanelState,
  PreviewSettings,
  StaleMessage,
} from '../../src/protocol';
import type { Choice, Given, Preview, PreviewAnswer, PreviewQuery } from '../engine/preview';
import type { Change } from '../handles/change';
import type { WholeRequest } from './engineLink';
import { afterText, editMessage, extended, overlaid, type PendingEdit } from './pendingEdit';

/** A model with everything that the host may leave out of a message because it has not changed. */
export interface WholeModel extends ModelMessage {
  readonly structure: Structure;
  readonly data: NonNullable<ModelMessage['data']>;
  readonly weights: NonNullable<ModelMessage['weights']>;
}

/** A request to the engine that may still be answered, with the model that it was made from. */
export interface Asked {
  readonly generation: number;
  readonly model: WholeModel;
  readonly query: PreviewQuery;
}

export type Problem =
  /** The text has errors: the plot is of an earlier text. */
  | { readonly kind: 'stale'; readonly message: StaleMessage }
  /** The engine cannot draw the model. */
  | { readonly kind: 'refusal'; readonly reason: string; readonly asked: Asked }
  /** The document is no longer there. */
  | { readonly kind: 'gone'; readonly reason: string }
  /** A mistake of this panel's own. */
  | { readonly kind: 'failure'; readonly reason: string };

/** All that the panel knows. Plain data, replaced as a whole by every event. */
export interface State {
  readonly settings: PreviewSettings;
  /** null until the host has told where seeds start. */
  readonly seed: number | null;
  readonly pinned: boolean;
  /** Labels of what the user chose to look at; kept through edits in which the choice does not exist. */
  readonly observed: string | null;
  readonly latent: string | null;
  readonly uri: string;
  readonly model: WholeModel | null;
  /** The newest request's. */
  readonly generation: number;
  /** Requests that have not had their final answer, the oldest first. */
  readonly asked: readonly Asked[];
  /** The last good plot. */
  readonly shown: { readonly preview: Preview; readonly asked: Asked } | null;
  readonly problem: Problem | null;
  /** What the reader says was observed, the oldest first; empty where the latent variables are shown as they are before. */
  readonly evidence: readonly Given[];
  /** What was dragged and may not be in the text yet. */
  readonly pending: PendingEdit | null;
  /** Why the last drag was not written; null where it was, or was forgotten since. */
  readonly refusedEdit: string | null;
}

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

const defaults: PreviewSettings = { samples: 2000, draws: 4096, points: 512, backend: 'auto', seed: 0 };

/** @param kept what the panel kept from its last life; null for a new one */
export function initialState(kept: PanelState | null): State {
  return {
    settings: defaults,
    seed: kept?.seed ?? null,
    pinned: kept?.pinned ?? false,
    observed: kept?.observed ?? null,
    latent: kept?.latent ?? null,
    uri: kept?.uri ?? '',
    model: null,
    generation: 0,
    asked: [],
    shown: null,
    problem: null,
    evidence: [],
    pending: null,
    refusedEdit: null,
  };
}

/** @returns what to keep for the panel's next life. */
export function keptState(state: State): PanelState {
  const { uri, pinned, observed, latent } = state;
  return { uri, pinned, observed, latent, seed: seedOf(state) };
}

/** What the panel is like: the plot is up to date, dimmed for a reason, or there is none yet. */
export type Status = 'waiting' | 'ready' | 'stale' | 'refusal' | 'gone' | 'failure';

export function statusOf(state: State): Status {
  if (state.problem !== null) return state.problem.kind;
  return state.shown === null ? 'waiting' : 'ready';
}

/** @returns the plot to show: none where the last good one is of another document than what there is to say. */
export function plotOf(state: State): State['shown'] {
  const { shown, problem } = state;
  if (shown === null || problem === null) return shown;
  return shown.asked.model.uri === state.uri ? shown : null;
}

/** A message of the host. */
export function receive(state: State, message: HostMessage): Step {
  switch (message.type) {
    case 'model':
      return receiveModel(state, message);
    case 'stale':
      return quiet({ ...state, uri: message.uri, problem: { kind: 'stale', message } });
    case 'settings': {
      const changed = JSON.stringify(message.settings) !== JSON.stringify(state.settings);
      const next = { ...state, settings: message.settings };
      return changed && state.model !== null ? ask(next) : quiet(next);
    }
    case 'resample':
      return resample(state);
    case 'pinned':
      return quiet({ ...state, pinned: message.pinned });
    case 'editRefused':
      return refuseEdit(state, message.gesture, message.reason);
    case 'gone':
      return quiet({ ...state, problem: { kind: 'gone', reason: message.reason } });
  }
}

/** Fresh samples: the next seed. */
export function resample(state: State): Step {
  const next = { ...state, seed: (seedOf(state) + 1) % 0x1_0000_0000 };
  return state.model === null ? quiet(next) : ask(next);
}

/** The user chose what to look at, by its label. */
export function choose(state: State, part: 'observed' | 'latent', label: string): Step {
  if (state[part] === label) return quiet(state);
  const next = { ...state, [part]: label };
  return state.model === null ? quiet(next) : ask(next);
}

/** The reader says that a variable was observed to have a value; a new one takes the place of an old one. */
export function observe(state: State, given: Given): Step {
  const others = state.evidence.filter(({ variable, index }) => variable !== given.variable || index !== given.index);
  return ask({ ...state, evidence: [...others, given] });
}

/** Nothing is observed any more. */
export function forget(state: State): Step {
  return state.evidence.length === 0 ? quiet(state) : ask({ ...state, evidence: [] });
}

/** Literals were dragged to other numbers: they are drawn at once, and written by the host. */
export function edit(state: State, gesture: number, changes: readonly Change[]): Step {
  const { model } = state;
  if (model === null || state.problem?.kind === 'stale' || changes.length === 0) return quiet(state);
  const pending = extended(state.pending, model, gesture, changes);
  return { ...ask({ ...state, pending, refusedEdit: null }), edit: editMessage(pending) };
}

/** The grip was let go. */
export function letGo(state: State): Step {
  const { model, pending } = state;
  if (pending === null || model === null) return quiet(state);
  return quiet({ ...state, pending: afterText({ ...pending, held: false }, model) });
}

/** The plot goes back to what the text says. */
function refuseEdit(state: State, gesture: number, reason: string): Step {
  if (state.pending?.gesture !== gesture) return quiet({ ...state, refusedEdit: reason });
  return ask({ ...state, pending: null, refusedEdit: reason });
}

/** An answer of the engine. Answers older than what is shown, and those to another document, change nothing. */
export function answer(state: State, given: PreviewAnswer): Step {
  const asked = state.asked.find(({ generation }) => generation === given.generation);
  if (asked === undefined || asked.model.uri !== state.uri) return quiet(state);
  const newest = asked.generation === state.generation;
  const settled = given.kind === 'refusal' || given.final ? asked.generation : asked.generation - 1;
  const next = { ...state, asked: state.asked.filter(({ generation }) => generation > settled) };
  if (given.kind === 'refusal') {
    const keeps = !newest || state.problem?.kind === 'stale' || state.problem?.kind === 'gone';
    return quiet(keeps ? next : { ...next, problem: { kind: 'refusal', reason: given.reason, asked } });
  }
  const over = newest && (state.problem?.kind === 'refusal' || state.problem?.kind === 'failure');
  const shown: State = { ...next, shown: { preview: given, asked }, problem: over ? null : state.problem };
  return newest && wantsAnother(shown, given, asked) ? ask(shown) : quiet(shown);
}

/** A mistake of this panel's own, to be shown instead of thrown. */
export function fail(state: State, reason: string): Step {
  return quiet({ ...state, problem: { kind: 'failure', reason } });
}

function receiveModel(state: State, message: ModelMessage): Step {
  const model = complete(state.model, message);
  if (model === null) return { ...quiet(state), incomplete: true };
  const cleared = state.problem?.kind === 'stale' || state.problem?.kind === 'gone' || state.uri !== message.uri;
  const pending = afterText(state.pending, model);
  const evidence = state.uri === message.uri ? state.evidence : [];
  return ask({ ...state, uri: message.uri, model, pending, evidence, problem: cleared ? null : state.problem });
}

/** @returns the message with what it leaves out taken from the last one, or null where that is not to be had. */
function complete(last: WholeModel | null, message: ModelMessage): WholeModel | null {
  const structure = message.structure ?? (last?.structureKey === message.structureKey ? last.structure : null);
  const data = message.data ?? last?.data ?? null;
  const weights = message.weights ?? last?.weights ?? null;
  if (structure === null || data === null || weights === null) return null;
  return { ...message, structure, data, weights };
}

function ask(state: State): Step {
  const { settings } = state;
  if (state.model === null) return quiet(state);
  const model = { ...state.model, numbers: [...overlaid(state.model.numbers, state.model, state.pending)] };
  const generation = state.generation + 1;
  const query: PreviewQuery = {
    observed: wish(state, 'observed', model.structure),
    latent: wish(state, 'latent', model.structure),
    evidence: state.evidence.filter(({ variable }) => model.structure.variables.some(({ name }) => name === variable)),
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

/** A panel that comes back knows its choices by label only; the first answer says what they stand for. */
function wantsAnother(state: State, preview: Preview, asked: Asked): boolean {
  return (['observed', 'latent'] as const).some((part) => {
    const label = state[part];
    const given = part === 'observed' ? preview.observed.choice : preview.prior?.choice;
    return (
      label !== null &&
      label !== given?.label &&
      asked.query[part]?.label !== label &&
      offered(preview, part).some((choice) => choice.label === label)
    );
  });
}

function offered(preview: Preview, part: 'observed' | 'latent'): readonly Choice[] {
  return part === 'observed' ? preview.observedChoices : preview.latentChoices;
}

function seedOf(state: State): number {
  return state.seed ?? state.settings.seed;
}

function quiet(state: State): Step {
  return { state, request: null, incomplete: false, edit: null };
}
