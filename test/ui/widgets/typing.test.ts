// @vitest-environment happy-dom
import { html } from 'lit';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { endTyping, typedBox, watchTyping } from '../../../webview/ui/widgets/typing';
import { draw } from '../scenes';

let host: HTMLElement;
beforeAll(() => watchTyping(document));
beforeEach(() => {
  host = draw(html`<input type="number" /><input type="text" /><input type="range" /><input type="checkbox" />`);
});

const say = (selector: string, name: string) =>
  host.querySelector(selector)!.dispatchEvent(new Event(name, { bubbles: true }));

it.each(['[type=number]', '[type=text]'])('begins in %s with a key, and ends when it is taken or left', (selector) => {
  for (const end of ['change', 'focusout']) {
    expect(typedBox(document)).toBeNull();
    say(selector, 'input');
    expect(typedBox(document)).toBe(host.querySelector(selector));
    say(selector, end);
  }
  say(selector, 'input');
  endTyping(host.querySelector(selector)!);
  expect(typedBox(document)).toBeNull();
});

it('is over before those hear of it who take what was typed', () => {
  const box = host.querySelector('[type=number]')!;
  let seen: Element | null = box;
  box.addEventListener('change', () => {
    seen = typedBox(document);
  });
  say('[type=number]', 'input');
  say('[type=number]', 'change');
  expect(seen).toBeNull();
});

it.each(['[type=range]', '[type=checkbox]'])('is nothing that one does to %s', (selector) => {
  say(selector, 'input');
  expect(typedBox(document)).toBeNull();
});
