import type { Parameter, ParameterGroup } from '../../handles/parameters';
import { toggleLock } from '../request/locks';
import { quiet } from '../request/step';
import type { Scene } from '../scene/scene';
import { isOutdated } from '../state/outdated';
import { wantedNumbers } from '../state/pendingEdit';
import { plotOf, type State, type WholeModel } from '../state/state';
import { focusSoon } from '../widgets/focusSoon';

/** Gives the keyboard to the slider of the number where the caret is, to its box where it has no room to move, or to the first slider where the caret is at no number. */
export function changeNumber({ state }: Scene): void {
  const slot = isOutdated(state) ? undefined : state.selection?.slots[0];
  const place = slot === undefined ? '[data-role=parameters]' : `[data-role=parameters] [data-slot="${slot}"]`;
  focusSoon(`${place} input[type=range]:not([disabled])`, `${place} input[type=number]`);
}

/** Locks the number where the caret is, or lets it go, where there is a lock for it. */
export function lockNumber(scene: Scene): void {
  const slot = numbersOf(scene).find((one) => isSelected(one, scene) && canBeLocked(one))?.slot;
  scene.actions.take((state) => (slot === undefined ? quiet(state) : toggleLock(state, slot)));
}

/** Writes the numbers that the file was opened with back into the text, in one step to undo. */
export function resetNumbers(scene: Scene): void {
  const shown = plotOf(scene.state)?.asked.model;
  if (shown !== undefined) resetGroups(groupsOf(scene), shown, scene);
}

/** The same for some groups of a shown model; of numbers that the file did not have then it says so. */
export function resetGroups(groups: readonly ParameterGroup[], shown: WholeModel, { state, actions }: Scene): void {
  const opened = openedNumbers(state, shown);
  const numbers = wantedNumbers(state, shown);
  actions.edit(groups.flatMap(({ parameters }) => changedNumbers(parameters, numbers, opened)));
  const later = groups.flatMap(({ name, parameters }) =>
    parameters.filter(({ slot }) => opened[slot] === null).map(({ label }) => `${name} ${label}`.trim()),
  );
  if (later.length > 0) actions.take((now) => quiet({ ...now, refusedEdit: notThere(later) }));
}

/** The changes that take numbers back to those that the file was opened with. */
export function changedNumbers(
  parameters: readonly Pick<Parameter, 'slot'>[],
  numbers: readonly number[],
  opened: readonly (number | null)[],
): { readonly slot: number; readonly value: number }[] {
  return parameters.flatMap(({ slot }) => {
    const value = opened[slot] ?? null;
    return value === null || value === numbers[slot] ? [] : [{ slot, value }];
  });
}

/** What the numbers of a shown model were when its file was opened, by slot, as far as the text is known by now; null for one that was not there. */
export function openedNumbers({ model }: Pick<State, 'model'>, shown: WholeModel): readonly (number | null)[] {
  const same = model !== null && model.uri === shown.uri && model.structureKey === shown.structureKey;
  return (same ? model : shown).opened;
}

/** Names that a sentence lists at most. */
const mostNames = 4;

function notThere(names: readonly string[]): string {
  const some = names.slice(0, mostNames).join(', ');
  const list = names.length > mostNames ? `${some} and ${names.length - mostNames} more` : some;
  const [were, stay] = names.length === 1 ? ['was', 'stays as it is'] : ['were', 'stay as they are'];
  return `${list} ${were} not in the file when it was opened, and ${stay}.`;
}

/** Of a pair that sums to 1 each number sets the other. */
export function canBeLocked({ bond }: Pick<Parameter, 'bond'>): boolean {
  return bond?.kind === 'simplex' && bond.slots.length > 2;
}

function isSelected({ slot }: Parameter, { state }: Scene): boolean {
  return !isOutdated(state) && state.selection?.slots.includes(slot) === true;
}

function numbersOf(scene: Scene): Parameter[] {
  return groupsOf(scene).flatMap(({ parameters }) => parameters);
}

function groupsOf({ state, pictures }: Scene): readonly ParameterGroup[] {
  const model = plotOf(state)?.asked.model;
  return model === undefined ? [] : pictures.parameters(model.structure, model.numbers);
}
