// @vitest-environment happy-dom
import { html } from 'lit';
import { beforeEach, describe, expect, it } from 'vitest';
import { menuKey } from '../../../webview/ui/widgets/menuKeys';
import { draw } from '../scenes';

let menu: HTMLElement;

beforeEach(() => {
  menu = draw(html`<div>
    <button id="light" data-row="paper">Light</button><button id="dark" data-row="paper">Dark</button>
    <button id="svg" data-row="svg">SVG</button><button id="copy-svg" data-row="svg"></button>
    <button id="off" data-row="off" disabled>Off</button>
    <button id="graph" data-row="graph">Graph</button>
  </div>`);
});

function focusAfter(from: string, ...keys: readonly string[]): string {
  document.body.tabIndex = -1;
  (menu.querySelector<HTMLElement>(`#${from}`) ?? document.body).focus();
  for (const key of keys) expect(menuKey(key, menu, document.activeElement)).toBe(true);
  return document.activeElement?.id ?? '';
}

describe('the keys of a menu', () => {
  it.each([
    ['light', ['ArrowDown'], 'svg'],
    ['dark', ['ArrowDown'], 'copy-svg'],
    ['copy-svg', ['ArrowDown'], 'graph'],
    ['graph', ['ArrowDown'], 'light'],
    ['light', ['ArrowUp'], 'graph'],
    ['svg', ['ArrowRight'], 'copy-svg'],
    ['svg', ['ArrowRight', 'ArrowRight'], 'svg'],
    ['dark', ['ArrowLeft'], 'light'],
    ['svg', ['Home'], 'light'],
    ['light', ['End'], 'graph'],
    ['light', ['d'], 'dark'],
    ['graph', ['S'], 'svg'],
  ])('from %s by %j to %s', (from, keys, to) => {
    expect(focusAfter(from, ...keys)).toBe(to);
  });

  it('begin at the first and at the last where none has the focus', () => {
    expect(focusAfter('none', 'ArrowDown')).toBe('light');
    (document.activeElement as HTMLElement).blur();
    expect(focusAfter('none', 'ArrowUp')).toBe('graph');
  });

  it('leave all others alone', () => {
    for (const key of ['Enter', 'q', 'F5', ' ']) expect(menuKey(key, menu, null)).toBe(false);
  });
});
