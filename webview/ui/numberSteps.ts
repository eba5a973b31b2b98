import type { Parameter } from '../handles/parameters';
import { focusSoon } from './focusSoon';
import { toggleLock } from './locks';
import type { Scene } from './scene';
import { plotOf } from './state';
import { quiet } from './step';

/** Gives the keyboard to the slider of the number where the caret is, or to the first one. */
export function changeNumber({ state }: Scene): void {
  const [slot] = state.selection?.slots ?? [];
  const sliders = '[data-role=parameters] input[type=range]:not(:disabled)';
  focusSoon(slot === undefined ? sliders : `[data-slot="${slot}"] input[type=range]:not(:disabled)`, sliders);
}

/** Locks the number where the caret is, or lets it go, where there is a lock for it. */
export function lockNumber(scene: Scene): void {
  const slot = numbersOf(scene).find((one) => isSelected(one, scene) && canBeLocked(one))?.slot;
  scene.actions.take((state) => (slot === undefined ? quiet(state) : toggleLock(state, slot)));
}

/** Writes the numbers that the panel opened with back into the text, in one step to undo. */
export function resetNumbers(scene: Scene): void {
  scene.actions.edit(changedNumbers(numbersOf(scene), plotOf(scene.state)?.asked.model.numbers ?? [], scene));
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
  const { model, selection } = state;
  return selection?.structureKey === model?.structureKey && selection?.slots.includes(slot) === true;
}

function numbersOf({ state, pictures }: Scene): Parameter[] {
  const model = plotOf(state)?.asked.model;
  if (model === undefined) return [];
  return pictures.parameters(model.structure, model.numbers).flatMap(({ parameters }) => parameters);
}
