// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import {
  canBeLocked,
  changedNumbers,
  changeNumber,
  lockNumber,
  resetNumbers,
} from '../../../webview/ui/drag/numberSteps';
import { parametersPane } from '../../../webview/ui/drag/parametersPane';
import type { Scene } from '../../../webview/ui/scene/scene';
import type { State } from '../../../webview/ui/state/state';
import { final } from '../../engine/ask';
import { ask, model } from '../../engine/models';
import { askedOf, draw, sceneOf, shownState } from '../scenes';

const text = `param weight: simplex = [0.2, 0.3, 0.5]
param mu = [-2, 0, 3]
latent z ~ Categorical(weight)
observed x | z ~ Normal(mu[z], 1)`;

/** A panel that shows the model, with the caret at some of its numbers. */
function sceneAt(slots: readonly number[], parts: Partial<Scene> = {}): Scene {
  const state = shownState();
  const { structure, numbers, numberSpans, structureKey } = model(text);
  const whole = {
    ...askedOf(state).model,
    structure,
    structureKey,
    numbers: [...numbers],
    numberSpans: [...numberSpans],
    opened: [...numbers],
  };
  const shown = { ...state.shown!, asked: { ...askedOf(state), model: whole } };
  const selection: State['selection'] = { structureKey, slots, statement: 'weight' };
  return sceneOf({ state: { ...state, model: whole, shown, selection }, ...parts });
}

function drawn(scene: Scene): HTMLElement {
  document.body.replaceChildren();
  return draw(parametersPane(final(ask(text, { points: 33, samples: 50 })), askedOf(scene.state), scene));
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const named = () => document.activeElement?.getAttribute('aria-label');

describe('the slider of a number', () => {
  it('has the keyboard when it is asked for, that of the caret first', async () => {
    const scene = sceneAt([4]);
    drawn(scene);
    changeNumber(scene);
    await nextFrame();
    expect(named()).toBe('mu 2');
  });

  it('is the box of a number that cannot move, not another number', async () => {
    const scene = sceneAt([1]);
    const locks = { uri: scene.state.uri, structureKey: askedOf(scene.state).model.structureKey, slots: [1] };
    drawn({ ...scene, state: { ...scene.state, locks } });
    changeNumber(scene);
    await nextFrame();
    expect(named()).toBe('weight 2, as a number');
  });

  it('is the first one where the picture is of another model than the text', async () => {
    const scene = sceneAt([4]);
    drawn(scene);
    const model = { ...scene.state.model!, structureKey: 'another' };
    changeNumber({ ...scene, state: { ...scene.state, model } });
    await nextFrame();
    expect(named()).toBe('weight 1');
  });

  it('is the first one where the caret is at no number', async () => {
    const scene = sceneAt([]);
    drawn(scene);
    changeNumber(scene);
    await nextFrame();
    expect(named()).toBe('weight 1');
  });
});

describe('the lock of a number', () => {
  const locksAfter = (scene: Scene): readonly number[] | undefined => {
    lockNumber(scene);
    return vi.mocked(scene.actions.take).mock.calls[0]?.[0](scene.state).state.locks?.slots;
  };

  it('is that of the caret', () => {
    const scene = sceneAt([1]);
    expect(locksAfter(scene)).toEqual([1]);
  });

  it('is not there for numbers that do not share a whole', () => {
    expect(locksAfter(sceneAt([3]))).toBeUndefined();
    expect(locksAfter(sceneAt([]))).toBeUndefined();
    expect(canBeLocked({ bond: null })).toBe(false);
    expect(canBeLocked({ bond: { kind: 'simplex', slots: [0, 1] } })).toBe(false);
  });
});

describe('numbers that were changed', () => {
  /** What is opened with, where the text has other numbers by now and the picture is behind. */
  function later(opened: (number | null)[]): Scene {
    const scene = sceneAt([]);
    const model = askedOf(scene.state).model;
    const numbers = model.numbers.map((number, i) => (i === 3 || i === 5 ? number + 1 : number));
    return { ...scene, state: { ...scene.state, model: { ...model, numbers, opened } } };
  }
  const opened = (scene: Scene): number[] => [...askedOf(scene.state).model.numbers];

  it('all go back at once to those that the file was opened with', () => {
    const scene = sceneAt([]);
    drawn(scene);
    resetNumbers(scene);
    expect(scene.actions.edit).toHaveBeenLastCalledWith([]);
    const changed = later(opened(scene));
    resetNumbers(changed);
    expect(changed.actions.edit).toHaveBeenLastCalledWith([
      { slot: 3, value: -2 },
      { slot: 5, value: 3 },
    ]);
    expect(changed.actions.take).not.toHaveBeenCalled();
  });

  it('stay where the file did not have them, and that is said', () => {
    const [first, second, third, ...rest] = opened(sceneAt([]));
    const one = later([first!, second!, third!, null, ...rest.slice(1)]);
    const said = (scene: Scene) => vi.mocked(scene.actions.take).mock.calls[0]?.[0](scene.state).state.refusedEdit;
    resetNumbers(one);
    expect(one.actions.edit).toHaveBeenLastCalledWith([{ slot: 5, value: 3 }]);
    expect(said(one)).toBe('mu 1 was not in the file when it was opened, and stays as it is.');
    const all = later([first!, second!, null, null, null, null, null]);
    resetNumbers(all);
    expect(all.actions.edit).toHaveBeenLastCalledWith([]);
    expect(said(all)).toBe(
      'weight 3, mu 1, mu 2, mu 3 and 1 more were not in the file when it was opened, and stay as they are.',
    );
  });

  it('are none where nothing was shown yet', () => {
    expect(changedNumbers([], [1, 2], [])).toEqual([]);
    expect(changedNumbers([{ slot: 1 }], [1, 2], [])).toEqual([]);
  });
});
