import type { CornerAside } from '../../../src/engine/api/aside';
import { choicesOf } from '../../../src/engine/api/choices';
import type { Choice } from '../../../src/engine/api/preview';
import type { Structure } from '../../../src/model/model';
import type { CornerChoice } from '../state/cornerChoice';
import type { State } from '../state/state';

/** Some numbers that can be shown against each other: those of one vector, or of all variables of a kind. */
export interface CornerSubject {
  readonly label: string;
  readonly role: 'observed' | 'latent';
  /** Each one number; two or more. */
  readonly choices: readonly Choice[];
}

/** Numbers that are shown together at first, and at most. */
const [few, most] = [4, 6];

/** @returns vectors of two numbers or more, and where a kind has several variables these together; observed ones first. */
export function cornerSubjects(structure: Structure): readonly CornerSubject[] {
  let subjects = made.get(structure);
  if (subjects === undefined) {
    subjects = makeSubjects(structure);
    made.set(structure, subjects);
  }
  return subjects;
}

/** A structure stays while its numbers are edited, and every paint asks whether there is anything to show. */
const made = new WeakMap<Structure, readonly CornerSubject[]>();

function makeSubjects(structure: Structure): CornerSubject[] {
  return (['observed', 'latent'] as const).flatMap((role) => {
    const all = choicesOf({ structure }, role).filter((choice) => isNumber(structure, choice));
    const groups = new Map<string, Choice[]>();
    for (const choice of all) {
      const name = choice.index === null ? choice.variable : `${choice.variable}[${choice.index}]`;
      groups.set(name, [...(groups.get(name) ?? []), choice]);
    }
    const vectors = [...groups]
      .filter(([, choices]) => choices.length > 1)
      .map(([label, choices]) => ({ label, role, choices }));
    return groups.size > 1 ? [...vectors, { label: `all ${role} variables`, role, choices: all }] : vectors;
  });
}

/** A vector as a whole is no number. */
function isNumber({ variables }: Structure, { variable, coordinate }: Choice): boolean {
  return coordinate !== null || variables.find(({ name }) => name === variable)?.type.shape.length === 0;
}

/** The subject that is looked at: the chosen one where the model has it, else the first. */
export function cornerSubject(chosen: CornerChoice, structure: Structure): CornerSubject | null {
  const subjects = cornerSubjects(structure);
  return subjects.find(({ label }) => label === chosen.subject) ?? subjects[0] ?? null;
}

/** The numbers of a subject that are shown, in its order: those picked, as far as the model has them, or else the first few. */
export function shownChoices({ picked }: CornerChoice, { label, choices }: CornerSubject): readonly Choice[] {
  const wanted = choices.filter((choice) => picked.get(label)?.includes(choice.label) === true).slice(0, most);
  return wanted.length > 1 ? wanted : choices.slice(0, few);
}

/** Whether another number may be shown too. */
export function hasRoom(shown: readonly Choice[]): boolean {
  return shown.length < most;
}

/** What the engine is asked while the corner plot is open. */
export function cornerAsides(state: State, structure: Structure): CornerAside[] {
  const subject = state.view === 'corner' ? cornerSubject(state.corner, structure) : null;
  return subject === null ? [] : [{ kind: 'corner', choices: shownChoices(state.corner, subject) }];
}
