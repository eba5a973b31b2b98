// @vitest-environment happy-dom
import { render } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../../webview/ui/app/commands';
import { openExport } from '../../../webview/ui/export/exporting';
import { exportMenu } from '../../../webview/ui/export/exportMenu';
import type { Step } from '../../../webview/ui/request/step';
import { initialState, type State } from '../../../webview/ui/state/state';
import { draw, sceneOf, shownState, textOf } from '../scenes';

/** The menu in a page, drawn again with every change of the state. */
function page(start: State = shownState()) {
  let state = start;
  const base = sceneOf({ state });
  const post = vi.fn();
  const take = (change: (state: State) => Step): void => {
    state = change(state).state;
    show();
  };
  const scene = () => ({ ...base, state, actions: { ...base.actions, post, take } });
  const host = draw(exportMenu(scene()));
  const show = (): void => {
    render(exportMenu(scene()), host);
  };
  const at = (role: string) => host.querySelector<HTMLElement>(`[data-role=${role}]`);
  const press = (key: string): void => {
    (document.activeElement ?? host).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  };
  return { host, at, press, post, scene, state: () => state };
}

describe('the export menu', () => {
  it('opens by its button and has the focus at its first item', async () => {
    const { at } = page();
    expect(at('export')?.getAttribute('aria-expanded')).toBe('false');
    at('export')?.click();
    await Promise.resolve();
    expect(at('export')?.getAttribute('aria-expanded')).toBe('true');
    expect(at('export-menu')?.getAttribute('role')).toBe('menu');
    expect(document.activeElement).toBe(at('export-of'));
  });

  it('opens by the arrow down too, which goes on to its items', async () => {
    const { at, press } = page();
    at('export')?.setAttribute('tabindex', '0');
    at('export')?.focus();
    press('ArrowDown');
    await Promise.resolve();
    expect(document.activeElement).toBe(at('export-of'));
    press('ArrowDown');
    press('ArrowDown');
    expect(document.activeElement).toBe(at('export-picture-svg'));
  });

  it('names everything that it does, and is the same by the command', () => {
    const { host, scene, state } = page();
    runCommand('exportPicture', scene());
    expect(state().exporting.open).toBe(true);
    const items = [...host.querySelectorAll('[role=menuitem]')].map((item) => item.getAttribute('aria-label'));
    expect(items).toContain('Save picture as SVG');
    expect(items).toContain('Copy samples of all variables as CSV to the clipboard');
    expect(items.length).toBe(18);
    expect(new Set(items).size).toBe(items.length);
    expect([...host.querySelectorAll('[role=group]')].map((group) => group.getAttribute('aria-label'))).toEqual([
      'Picture',
      'Picture of',
      'Colours',
      'Data as CSV',
      'Graph of the model',
    ]);
  });

  it('chooses the picture and the page without closing', () => {
    const { host, state } = page(openExport(shownState(), true).state);
    const radio = (name: string) =>
      [...host.querySelectorAll<HTMLElement>('[role=menuitemradio]')].find((each) => textOf(each) === name);
    radio('prior of z')?.click();
    radio('Light')?.click();
    expect(state().exporting).toMatchObject({ open: true, subject: 'latent', paper: 'light' });
    expect(radio('prior of z')?.getAttribute('aria-checked')).toBe('true');
    expect(radio('x')?.getAttribute('aria-checked')).toBe('false');
  });

  it('leaves keys with Ctrl, Cmd or Alt to the editor', async () => {
    const { at } = page();
    at('export')?.click();
    await Promise.resolve();
    const first = document.activeElement;
    expect(first).toBe(at('export-of'));
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
      for (const key of ['g', 'ArrowDown', 'Escape']) {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held });
        first?.dispatchEvent(event);
        expect(event.defaultPrevented).toBe(false);
      }
    }
    expect(document.activeElement).toBe(first);
  });

  it('closes after what was chosen is on its way', () => {
    const { at, post, state } = page(openExport(shownState(), true).state);
    at('export-graph-dot')?.click();
    expect(post).toHaveBeenCalledWith(expect.objectContaining({ type: 'export', name: 'a-graph.dot', to: 'file' }));
    expect(state().exporting.open).toBe(false);
    expect(at('export-menu')).toBeNull();
  });

  it('closes with Escape, which does nothing else, and gives the focus back', async () => {
    const { host, at, press } = page();
    at('export')?.click();
    await Promise.resolve();
    const outside = vi.fn();
    host.addEventListener('keydown', outside);
    press('Escape');
    expect(at('export-menu')).toBeNull();
    expect(outside).not.toHaveBeenCalled();
  });

  it('cannot be opened where there is nothing to take away', () => {
    const { at } = page(initialState(null));
    expect(at('export')?.hasAttribute('disabled')).toBe(true);
    expect(at('export-menu')).toBeNull();
  });

  it('offers no picture of a latent variable where there is none', () => {
    const { at } = page(openExport(shownState({ prior: null }), true).state);
    expect(at('export-latent-values')).toBeNull();
    expect(at('export-of')).toBeNull();
  });
});
