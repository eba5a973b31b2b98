// @vitest-environment happy-dom
import { html } from 'lit';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { TextKeys } from '../../../webview/ui/app/textKeys';
import { watchTyping } from '../../../webview/ui/widgets/typing';
import { draw, sceneOf, shownState } from '../scenes';

let host: HTMLElement;
let keys: TextKeys;
beforeAll(() => watchTyping(document));
beforeEach(() => {
  host = draw(html`<input type="number" /><input type="text" /><button>a</button>`);
  keys = new TextKeys(document);
  document.execCommand = vi.fn(() => true);
});

const type = (selector: string) => {
  const box = host.querySelector<HTMLInputElement>(selector)!;
  box.focus();
  box.dispatchEvent(new Event('input', { bubbles: true }));
  return box;
};
const scene = () => sceneOf({ state: shownState() });
const uri = 'file:///a.lvm';

describe('the keys of an editor', () => {
  it.each(['undo', 'redo', 'save'] as const)('%s is for the text', (command) => {
    const one = scene();
    keys.run(command, one);
    expect(one.actions.post).toHaveBeenCalledExactlyOnceWith({ type: 'text', command, uri });
  });

  it.each(['undo', 'redo'] as const)('%s is for the box with something half typed', (command) => {
    type('[type=text]');
    const one = scene();
    keys.run(command, one);
    expect(document.execCommand).toHaveBeenCalledExactlyOnceWith(command);
    expect(one.actions.post).not.toHaveBeenCalled();
  });

  it('take a half typed number before the text is saved, and leave the keyboard in its box', () => {
    const box = type('[type=number]');
    const told: string[] = [];
    box.addEventListener('blur', () => told.push('left'));
    const one = scene();
    vi.mocked(one.actions.post).mockImplementation(() => told.push('saved'));
    keys.run('save', one);
    expect(told).toEqual(['left', 'saved']);
    expect(document.activeElement).toBe(box);
  });

  it('give up a drag that is under way', () => {
    const held = { id: 'a', invert: (px: number) => px, offset: 0 };
    const one = sceneOf({ state: shownState(), held });
    keys.run('undo', one);
    expect(one.actions.letGo).toHaveBeenCalledExactlyOnceWith(true);
    keys.run('redo', one);
    expect(one.actions.letGo).toHaveBeenCalledTimes(1);
    expect(one.actions.post).not.toHaveBeenCalled();
  });

  it('bring the keyboard back to what had it, also when they follow each other fast', () => {
    const button = host.querySelector('button')!;
    button.focus();
    keys.run('undo', scene());
    button.blur();
    keys.run('undo', scene());
    keys.back();
    expect(document.activeElement).toBe(button);
    button.blur();
    keys.run('undo', scene());
    keys.back();
    keys.back();
    expect(document.activeElement).toBe(button);
    button.blur();
    keys.run('undo', scene());
    keys.back();
    expect(document.activeElement).toBe(document.body);
  });
});
