// @vitest-environment happy-dom
import { html, nothing, render } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { beginEntry, changeEntry } from '../../../webview/ui/evidence/evidenceEntry';
import { evidenceForm, observeButton, observeValue } from '../../../webview/ui/evidence/evidenceForm';
import type { Step } from '../../../webview/ui/request/step';
import type { State } from '../../../webview/ui/state/state';
import { choice, preview } from '../../plots/fixtures';
import { askedOf, draw, sceneOf, shownState } from '../scenes';
import { structureOf } from '../structures';

function form(change: (state: State) => State = (state) => state) {
  const scene = sceneOf({ state: change(beginEntry(shownState()).state) });
  let after = scene.state;
  vi.mocked(scene.actions.take).mockImplementation((next: (state: State) => Step) => {
    after = next(after).state;
  });
  const two = preview({ observedChoices: [choice('x'), choice('c')] });
  const asked = askedOf(scene.state);
  const model = {
    ...asked.model,
    structure: structureOf({ z: ['real', []], x: ['real', ['z']], c: ['boolean', ['z']] }),
  };
  const named = { ...asked, model };
  const host = draw(evidenceForm(two, named, scene));
  return { scene, host, two, asked: named, state: () => after };
}

const press = (element: Element | null, key: string) =>
  element?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

describe('the form for a value', () => {
  it('is opened by its button, and is not there before', () => {
    const scene = sceneOf();
    expect(draw(evidenceForm(preview(), askedOf(scene.state), scene)).querySelector('input')).toBe(null);
    draw(observeButton(scene)).querySelector('button')!.click();
    expect(scene.actions.take).toHaveBeenCalledWith(beginEntry);
  });

  it('takes the keyboard, observes with Enter and says what is wrong', async () => {
    const { host, state } = form();
    const box = host.querySelector<HTMLInputElement>('input')!;
    await Promise.resolve();
    expect(document.activeElement).toBe(box);
    box.value = 'much';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    press(box, 'Enter');
    expect(state().entry?.mistake).toContain('“much” is not a number');
    box.value = '2';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    press(box, 'Enter');
    expect(state().evidence).toEqual([{ variable: 'x', index: null, values: [2] }]);
  });

  it('says when what was typed is taken or given up', () => {
    const { scene, host } = form((state) => changeEntry(state, { text: '2' }).state);
    const box = host.querySelector<HTMLInputElement>('input')!;
    const typing = () => box.hasAttribute('data-typing');
    vi.mocked(scene.actions.take).mockImplementation(() => {});
    for (const [key, text, expected] of [
      ['Enter', 'much', true],
      ['Enter', '', false],
      ['Escape', 'much', false],
    ] as const) {
      box.setAttribute('data-typing', '');
      vi.spyOn(scene, 'now').mockReturnValue(changeEntry(scene.state, { text }).state);
      press(box, key);
      expect(typing()).toBe(expected);
    }
  });

  it('leaves the keyboard where it is when the text gives its variable another type', async () => {
    const { scene, asked, two } = form();
    const host = draw(evidenceForm(two, asked, scene));
    await Promise.resolve();
    const editor = draw(html`<textarea></textarea>`).querySelector('textarea')!;
    editor.focus();
    const structure = structureOf({ z: ['real', []], x: ['boolean', ['z']] });
    render(evidenceForm(two, { ...asked, model: { ...asked.model, structure } }, scene), host);
    await Promise.resolve();
    expect(host.querySelector('[data-role=evidence-value]')).toBeInstanceOf(HTMLSelectElement);
    expect(document.activeElement).toBe(editor);
  });

  it('leaves Enter to its buttons and lists', () => {
    const { host, state } = form((before) => changeEntry(before, { text: '2' }).state);
    for (const other of host.querySelectorAll('button, select')) {
      const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
      other.dispatchEvent(event);
      expect(event.defaultPrevented).toBe(false);
    }
    expect(state().evidence).toEqual([]);
  });

  it('shows a mistake, and ties it to the box', () => {
    const { host } = form((state) => ({ ...state, entry: { element: 'x', text: 'a', mistake: 'No.' } }));
    expect(host.querySelector('[data-role=evidence-mistake]')?.textContent).toBe('No.');
    const box = host.querySelector('input')!;
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(box.getAttribute('aria-describedby')).toBe(host.querySelector('[role=alert]')?.id);
  });

  it('chooses among variables, and among the values of one that has names', () => {
    const { host, state } = form();
    const variables = host.querySelector<HTMLSelectElement>('[data-role=evidence-variable]')!;
    expect([...variables.options].map(({ value }) => value)).toEqual(['x', 'c']);
    variables.value = 'c';
    variables.dispatchEvent(new Event('change', { bubbles: true }));
    expect(state().entry?.element).toBe('c');
    const names = form((before) => changeEntry(before, { element: 'c' }).state);
    const values = names.host.querySelector<HTMLSelectElement>('[data-role=evidence-value]')!;
    expect([...values.options].map(({ value }) => value)).toEqual(['', 'true', 'false']);
  });

  it('shows in its list of names what will be observed, whatever was chosen before', () => {
    const { asked, two } = form();
    const shown = { ...shownState(), shown: { preview: two, asked } };
    const { scene, state } = form(() => changeEntry(beginEntry(shown).state, { element: 'c' }).state);
    const host = draw(nothing);
    const paint = () => render(evidenceForm(two, asked, { ...scene, state: state() }), host);
    paint();
    const list = () => host.querySelector<HTMLSelectElement>('[data-role=evidence-value]')!;
    list().value = 'true';
    list().dispatchEvent(new Event('change', { bubbles: true }));
    expect(state().evidence).toHaveLength(1);
    paint();
    expect([state().entry?.text, list().value]).toEqual(['', '']);
    const variables = host.querySelector<HTMLSelectElement>('[data-role=evidence-variable]')!;
    expect(variables.value).toBe('c');
  });

  it('is emptied by Escape, then closed, and what was observed with it', () => {
    const typed = form((state) => changeEntry(state, { text: '3' }).state);
    press(typed.host.querySelector('input'), 'Escape');
    expect(typed.state().entry?.text).toBe('');
    expect(typed.scene.actions.forget).not.toHaveBeenCalled();
    const empty = form();
    press(empty.host.querySelector('input'), 'Escape');
    expect(empty.state().entry).toBe(null);
    expect(empty.scene.actions.forget).toHaveBeenCalledOnce();
  });

  it('is gone back to by its command', () => {
    for (const old of document.querySelectorAll('[data-role=evidence-value]')) old.remove();
    const { host, scene } = form();
    host.querySelector<HTMLElement>('input')!.blur();
    observeValue(scene);
    expect(document.activeElement).toBe(host.querySelector('input'));
  });
});
