// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { viewsOf } from '../../../webview/ui/panes/views';
import { viewTabs } from '../../../webview/ui/panes/viewTabs';
import { askedOf, draw, sceneOf, textOf } from '../scenes';

describe('the tabs over the main pane', () => {
  const scene = sceneOf();
  const asked = askedOf(scene.state);
  const tabs = (): HTMLElement[] => [...draw(viewTabs(asked, scene)).querySelectorAll<HTMLElement>('[role=tab]')];

  it('are the views of the model, the shown one selected and the only one in the tab order', () => {
    expect(tabs().map(textOf)).toEqual(viewsOf(asked).map(({ label }) => label));
    expect(tabs().map((tab) => tab.getAttribute('aria-selected'))).toEqual(
      viewsOf(asked).map((_, i) => String(i === 0)),
    );
    expect(tabs().map((tab) => tab.getAttribute('tabindex'))).toEqual(
      viewsOf(asked).map((_, i) => (i === 0 ? '0' : '-1')),
    );
  });

  it('change the view with a click and with the arrow keys', () => {
    const names = viewsOf(asked).map(({ name }) => name);
    const all = tabs();
    all[1]?.click();
    all[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
    all[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }));
    const changes = vi.mocked(scene.actions.take).mock.calls.map(([change]) => change(scene.state).state.view);
    expect(changes).toEqual([names[1], names.at(-1)]);
  });

  it('leave arrow keys with Ctrl, Cmd or Alt to the editor', () => {
    const before = vi.mocked(scene.actions.take).mock.calls.length;
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
      const event = new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true, ...held });
      tabs()[0]?.dispatchEvent(event);
      expect(event.defaultPrevented).toBe(false);
    }
    expect(vi.mocked(scene.actions.take).mock.calls.length).toBe(before);
  });
});
