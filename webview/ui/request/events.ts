import type { Given, Preview, PreviewAnswer } from '../../../src/engine/api/preview';
import type { HostMessage, ModelMessage } from '../../../src/protocol';
import type { Change } from '../../handles/change';
import { enter, renamed } from '../state/files';
import { isOutdated } from '../state/outdated';
import { afterText, editMessage, extended } from '../state/pendingEdit';
import { relabelled } from '../state/relabelled';
import { withCaret, withSelection } from '../state/selecting';
import { type Asked, type State, seedOf, type WholeModel } from '../state/state';
import { offered } from '../state/wish';
import { anew, dueStep, holdStill, rowsArrived } from './playing';
import { ask, quiet, type Step } from './step';
import { withoutZoom } from './zoom';

/** A message of the host. */
export function receive(state: State, message: Exclude<HostMessage, { type: 'command' | 'text' | 'keyboard' }>): Step {
  switch (message.type) {
    case 'model':
      return receiveModel(state, message);
    case 'stale':
      return holdStill({ ...enter(state, message.uri), problem: { kind: 'stale', message } });
    case 'settings': {
      const changed = JSON.stringify(message.settings) !== JSON.stringify(state.settings);
      const next = { ...state, settings: message.settings };
      return changed && state.model !== null ? ask(next) : quiet(next);
    }
    case 'resample':
      return resample(state);
    case 'renamed': {
      const next = renamed(state, message.from, message.to);
      return next === state ? quiet(state) : ask(next);
    }
    case 'caret':
      return quiet(withCaret(state, { uri: message.uri, version: message.version, ...message.span }));
    case 'hidden':
      return holdStill(state);
    case 'pinned':
      return quiet({ ...state, pinned: message.pinned });
    case 'editRefused':
      return refuseEdit(state, message.gesture, message.reason);
    case 'gone':
      return holdStill({ ...state, problem: { kind: 'gone', reason: message.reason } });
  }
}

/** Fresh samples: the next seed. */
export function resample(state: State): Step {
  const next = { ...anew(state), seed: (seedOf(state) + 1) % 0x1_0000_0000 };
  return state.model === null ? quiet(next) : ask(next);
}

/** The user chose what to look at, by its label. */
export function choose(state: State, part: 'observed' | 'latent', label: string): Step {
  if (state[part] === label) return quiet(state);
  const next = { ...(part === 'observed' ? withoutZoom(state) : withoutPlace(state, label)), [part]: label };
  return state.model === null ? quiet(next) : ask(next);
}

/** A place in the latent space is left with its variable: another coordinate of it keeps it. */
function withoutPlace(state: State, label: string): State {
  const choices = state.shown?.preview.latentChoices ?? [];
  const choice = choices.find((one) => one.label === label);
  const { explored } = state;
  const same = choice?.variable === explored?.variable && choice?.index === explored?.index;
  return same ? state : { ...state, explored: null };
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

/**
 * Literals were changed in the panel to other numbers: they are drawn at once, and written by the host.
 * @param held whether more is to come of the gesture; a key press is one by itself
 */
export function edit(state: State, gesture: number, changes: readonly Change[], held = true): Step {
  const { model } = state;
  if (model === null || changes.length === 0 || isOutdated(state)) return quiet(state);
  // A gesture that has made the text wrong can go on, and back.
  if (state.problem?.kind === 'stale' && state.pending?.gesture !== gesture) return quiet(state);
  if (gesture === state.refusedGesture) return quiet(state);
  const pending = extended(state.pending, model, gesture, changes, held);
  return { ...ask({ ...state, pending, refusedEdit: null, refusedNumber: null }), edit: editMessage(pending) };
}

/** The grip was let go. */
export function letGo(state: State): Step {
  const { model, pending } = state;
  if (pending === null || model === null) return quiet(state);
  const next = { ...state, pending: afterText({ ...pending, held: false }, model) };
  const drawn = [...pending.values].every(([slot, value]) => model.numbers[slot] === value);
  // What is no longer pending though the text does not have it must not stay in the picture, nor must axes that only stood for the hand.
  const stood = ((state.asked.at(-1) ?? state.shown?.asked)?.query.standing.length ?? 0) > 0;
  return stood || (next.pending === null && !drawn) ? ask(next) : quiet(next);
}

/** The plot goes back to what the text says. */
function refuseEdit(state: State, gesture: number, reason: string): Step {
  const refused = { ...state, refusedEdit: reason, refusedGesture: gesture };
  return state.pending?.gesture === gesture ? ask({ ...refused, pending: null }) : quiet(refused);
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
  const over = newest && state.problem?.kind !== 'stale' && state.problem?.kind !== 'gone';
  const shown = rowsArrived({ ...next, shown: { preview: given, asked }, problem: over ? null : state.problem });
  if (!newest) return quiet(shown);
  return wantsAnother(shown, given, asked) ? ask(shown) : dueStep(shown);
}

/** The engine begins anew with what it was asked last: until it answers, the last plot stays. */
export function restart(state: State, reason: string): Step {
  const keeps = state.problem?.kind === 'stale' || state.problem?.kind === 'gone';
  return quiet(keeps ? state : { ...state, problem: { kind: 'restart', reason } });
}

/** A mistake of this panel's own, to be shown instead of thrown. */
export function fail(state: State, reason: string): Step {
  // What it was to give will not come: no later answer is taken for it.
  const exporting = { ...state.exporting, rows: null, said: '' };
  return quiet({ ...state, exporting, problem: { kind: 'failure', reason } });
}

function receiveModel(state: State, message: ModelMessage): Step {
  const model = complete(state.model, message);
  if (model === null) return { ...quiet(state), incomplete: true };
  const cleared = state.problem?.kind === 'stale' || state.problem?.kind === 'gone' || state.uri !== message.uri;
  const pending = afterText(state.pending, model);
  const same = state.uri === message.uri && state.model?.version === message.version;
  const before = same ? state : anew(enter(state, message.uri));
  const last = state.model?.uri === message.uri ? state.model.structure : model.structure;
  const values = relabelled(before, last, model.structure);
  return ask(withSelection({ ...before, ...values, model, pending, problem: cleared ? null : state.problem }));
}

/** @returns the message with what it leaves out taken from the last one, or null where that is not to be had. */
function complete(last: WholeModel | null, message: ModelMessage): WholeModel | null {
  const structure = message.structure ?? (last?.structureKey === message.structureKey ? last.structure : null);
  const data = message.data ?? last?.data ?? null;
  const weights = message.weights ?? last?.weights ?? null;
  if (structure === null || data === null || weights === null) return null;
  return { ...message, structure, data, weights };
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
