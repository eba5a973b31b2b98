import type { Parameter } from '../handles/parameters';
import { focusSoon } from './focusSoon';
import { toggleLock } from './locks';
import { isOutdated } from './outdated';
import { wantedNumbers } from './pendingEdit';
import type { Scene } from './scene';
import { plotOf } from './state';
import { quiet } from './step';

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

/** Writes the numbers that the panel opened with back into the text, in one step to undo. */
export function resetNumbers(scene: Scene): void {
  const { state } = scene;
  const shown = plotOf(state)?.asked.model;
  if (shown !== undefined) scene.actions.edit(changedNumbers(numbersOf(scene), wantedNumbers(state, shown), scene));
}

/** The changes that take numbers back to those that the panel opened with. */
export function changedNumbers(
  parameters: readonly Parameter[],
  numbers: readonly number[],
  { sliders }: Pick<Scene, 'sliders'>,
): { readonly slot: number; readonly value: number }[] {
  return parameters.flatMap(({ slot }) => {
    const value = sliders.first(slot);
    return value === undefined || value === numbers[slot] ? [] : [{ slot, value }];
  });
}

/** Of a pair that sums to 1 each number sets the other. */
export function canBeLocked({ bond }: Pick<Parameter, 'bond'>): boolean {
  return bond?.kind === 'simplex' && bond.slots.length > 2;
}

function isSelected({ slot }: Parameter, { state }: Scene): boolean {
  return !isOutdated(state) && state.selection?.slots.includes(slot) === true;
}

function numbersOf({ state, pictures }: Scene): Parameter[] {
  const model = plotOf(state)?.asked.model;
  if (model === undefined) return [];
  return pictures.parameters(model.structure, model.numbers).flatMap(({ parameters }) => parameters);
}
