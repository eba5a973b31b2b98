import type { Choice } from '../../../src/engine/api/preview';
import { type CornerSubject, cornerSubject, cornerSubjects, hasRoom, shownChoices } from '../request/cornerSubjects';
import { neighbour } from '../request/neighbour';
import { ask, quiet, type Step } from '../request/step';
import { withoutZoom } from '../request/zoom';
import type { State } from '../state/state';

/** The reader chose what the corner plot is of. */
export function chooseSubject(state: State, subject: string): Step {
  if (state.corner.subject === subject) return quiet(state);
  return ask({ ...state, corner: { ...state.corner, subject, before: null, at: [0, 0] } });
}

/** The corner plot of the next vector, or of the one before. */
export function stepSubject(state: State, by: 1 | -1): Step {
  const { model } = state;
  const labels = model === null ? [] : cornerSubjects(model.structure).map(({ label }) => label);
  const next = neighbour(labels, labels.indexOf(subjectOf(state)?.label ?? ''), by);
  return next === undefined || labels.length < 2 ? quiet(state) : chooseSubject(state, next);
}

/** Shows a number of the corner plot that was not there, or leaves it out. Two stay at least, and six at most. */
export function toggleNumber(state: State, label: string): Step {
  const subject = subjectOf(state);
  if (subject === null) return quiet(state);
  const shown = shownChoices(state.corner, subject);
  const isShown = shown.some((choice) => choice.label === label);
  if (isShown ? shown.length <= 2 : !hasRoom(shown)) return quiet(state);
  const labels = isShown
    ? shown.map((one) => one.label).filter((one) => one !== label)
    : [...shown.map((one) => one.label), label];
  return pick(state, subject, labels, null);
}

/** One panel was chosen: a number by itself opens in the density view, and so does a vector of two; of another pair only the two stay. */
export function openPanel(state: State, across: Choice, up: Choice): Step {
  const subject = subjectOf(state);
  if (subject === null) return quiet(state);
  // A range of one number is none of another.
  const afresh = subject.role === 'observed' ? withoutZoom(state) : state;
  if (across.label === up.label) return ask({ ...afresh, view: 'density', [subject.role]: across.label });
  const vector = subject.choices.length === 2 && across.variable === up.variable && across.index === up.index;
  const plane = state.shown?.preview[subject.role === 'observed' ? 'observedChoices' : 'latentChoices'].find(
    ({ variable, index, coordinate }) => variable === up.variable && index === up.index && coordinate === null,
  );
  if (vector && plane !== undefined) return ask({ ...afresh, view: 'density', [subject.role]: plane.label });
  const shown = shownChoices(state.corner, subject).map(({ label }) => label);
  return shown.length === 2 ? quiet(state) : pick(state, subject, [across.label, up.label], shown);
}

/** All numbers are shown that were before a pair was looked at by itself. */
export function widen(state: State): Step {
  const subject = subjectOf(state);
  const { before } = state.corner;
  return subject === null || before === null ? quiet(state) : pick(state, subject, before, null);
}

/** The keys go to another panel. */
export function goToPanel(state: State, row: number, column: number): Step {
  return quiet({ ...state, corner: { ...state.corner, at: [row, column] } });
}

function pick(
  state: State,
  { label }: CornerSubject,
  labels: readonly string[],
  before: readonly string[] | null,
): Step {
  const { corner } = state;
  return ask({
    ...state,
    corner: { ...corner, picked: new Map([...corner.picked, [label, labels]]), before, at: [0, 0] },
  });
}

function subjectOf({ model, corner }: State): CornerSubject | null {
  return model === null ? null : cornerSubject(corner, model.structure);
}
