// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { compareButton } from '../../../webview/ui/compare/compareButton';
import { takeSnapshot } from '../../../webview/ui/compare/snapshot';
import { initialState } from '../../../webview/ui/state/state';
import { draw, sceneOf, textOf } from '../scenes';

const buttonOf = (scene = sceneOf()) => draw(compareButton(scene)).querySelector<HTMLElement>('[data-role=snapshot]')!;

it('takes a snapshot', () => {
  const scene = sceneOf();
  const button = buttonOf(scene);
  expect([textOf(button), button.getAttribute('aria-pressed')]).toEqual(['Compare', 'false']);
  button.click();
  const [change] = vi.mocked(scene.actions.take).mock.calls[0]!;
  expect(change(scene.state).state.snapshot?.observed).toBe(scene.state.shown?.preview.observed);
});

it('is pressed while there is one, and off while there is nothing to keep', () => {
  const { state } = sceneOf();
  const button = buttonOf(sceneOf({ state: takeSnapshot(state).state }));
  expect([textOf(button), button.getAttribute('aria-pressed')]).toEqual(['Comparing', 'true']);
  expect(buttonOf(sceneOf({ state: initialState(null) })).hasAttribute('disabled')).toBe(true);
});
