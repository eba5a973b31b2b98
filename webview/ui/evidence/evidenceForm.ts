import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import type { Preview } from '../../../src/engine/api/preview';
import type { Scene } from '../scene/scene';
import type { Asked } from '../state/state';
import { mathHtml } from '../widgets/mathHtml';
import { endTyping } from '../widgets/typing';
import { beginEntry, changeEntry, endEntry, enterEvidence, type Observable, observables } from './evidenceEntry';

/** The button that opens the form; nothing where it is open. */
export function observeButton({ state, actions }: Scene): TemplateResult | typeof nothing {
  if (state.entry !== null) return nothing;
  return html`<button type="button" class="chip" data-role="observe-value" title="Type a value that was observed"
    @click=${() => actions.take(beginEntry)}>Observe…</button>`;
}

/** Where the value of an observed variable is typed: Enter observes, Escape empties it and then closes it. */
export function evidenceForm(preview: Preview, asked: Asked, scene: Scene): TemplateResult | typeof nothing {
  const { state, actions } = scene;
  const { entry } = state;
  if (entry === null) return nothing;
  const all = observables(preview.observedChoices, asked.model.structure);
  const one = all.find(({ element }) => element === entry.element) ?? all[0];
  if (one === undefined) return nothing;
  const enter = (): void =>
    actions.take((latest) => enterEvidence({ ...latest, entry: { ...(latest.entry ?? entry), element: one.element } }));
  const pressed = (event: KeyboardEvent): void => {
    // The buttons and lists beside the box have an Enter of their own.
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      enter();
      if (scene.now().entry?.text === '') endTyping(event.target);
    } else if (event.key === 'Escape') {
      if (event.target instanceof HTMLInputElement) endTyping(event.target);
      if (entry.text !== '') actions.take((latest) => changeEntry(latest, { text: '' }));
      else {
        actions.forget();
        actions.take(endEntry);
      }
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const turned = (event: Event): void => {
    const { value } = event.currentTarget as HTMLSelectElement;
    actions.take((latest) => changeEntry(latest, { element: value, text: '' }));
  };
  return html`<div class="evidence-form" role="group" aria-label="Observe a value" data-role="evidence-form" ${ref(focusWhenShown)} @keydown=${pressed}>
    ${
      all.length < 2
        ? html`<span>${mathHtml(one.element)}</span>`
        : html`<select data-role="evidence-variable" aria-label="Observed variable" @change=${turned}>
            ${all.map(({ element }) => html`<option value=${element} .selected=${live(element === one.element)}>${element}</option>`)}
          </select>`
    }
    <span aria-hidden="true">=</span>
    ${valueInput(one, entry.text, entry.mistake, scene, enter)}
    <button type="button" class="chip" data-role="evidence-enter" @click=${enter}>Observe</button>
    <button type="button" class="chip" aria-label="Close without observing" title="Close" @click=${() => actions.take(endEntry)}><span aria-hidden="true">×</span></button>
    <p class="mistake" id="evidence-mistake" role="alert" data-role="evidence-mistake">${entry.mistake}</p>
  </div>`;
}

/** A box for numbers, a drop-down of names. */
function valueInput(
  { element, type }: Observable,
  text: string,
  mistake: string,
  { actions }: Scene,
  enter: () => void,
): TemplateResult {
  const names = type.shape.length > 0 ? null : type.kind === 'boolean' ? ['true', 'false'] : (type.labels ?? null);
  if (names !== null) {
    const chosen = (event: Event): void => {
      const { value } = event.currentTarget as HTMLSelectElement;
      actions.take((latest) => changeEntry(latest, { text: value }));
      if (value !== '') enter();
    };
    return html`<select data-role="evidence-value" aria-label=${`Value of ${element}`} aria-describedby="evidence-mistake"
      @change=${chosen}>
      <option value="" .selected=${live(text === '')}>choose…</option>
      ${names.map((name) => html`<option value=${name} .selected=${live(name === text)}>${name}</option>`)}
    </select>`;
  }
  return html`<input type="text" inputmode=${type.shape.length === 0 ? 'decimal' : 'text'} autocomplete="off" spellcheck="false"
    data-role="evidence-value" aria-label=${`Value of ${element}`} aria-describedby="evidence-mistake"
    aria-invalid=${mistake === '' ? 'false' : 'true'} .value=${live(text)}
    @input=${(event: Event) => {
      const { value } = event.currentTarget as HTMLInputElement;
      actions.take((latest) => changeEntry(latest, { text: value }));
    }} />`;
}

/** Gives the keyboard to the box when the form comes into the page, not when an edit of the text brings another box. */
function focusWhenShown(form: Element | undefined): void {
  if (form !== undefined) queueMicrotask(() => boxIn(form)?.focus());
}

function boxIn(page: ParentNode): HTMLElement | null {
  return page.querySelector('[data-role=evidence-value]');
}

/** Opens the form, or goes back to it. */
export function observeValue({ actions }: Scene): void {
  actions.take(beginEntry);
  boxIn(document)?.focus();
}
