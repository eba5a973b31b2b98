import { html, nothing, type TemplateResult } from 'lit';
import { neighbour } from '../request/neighbour';
import type { Scene } from '../scene/scene';
import type { Asked } from '../state/state';
import { isChord } from '../widgets/chord';
import { viewNamed, viewOf, viewsOf } from './views';

/** The tabs over the main pane; nothing where the model has one view only. */
export function viewTabs(asked: Asked, scene: Scene): TemplateResult | typeof nothing {
  const views = viewsOf(asked);
  if (views.length < 2) return nothing;
  const shown = viewOf(scene.state, asked);
  const step = (event: KeyboardEvent): void => {
    if (isChord(event)) return;
    const by = ({ ArrowLeft: -1, ArrowRight: 1 } as const)[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = neighbour(views, views.indexOf(shown), by);
    if (next === undefined) return;
    viewNamed(next.name)(scene);
    const tabs = (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=tab]');
    tabs[views.indexOf(next)]?.focus();
  };
  return html`<div class="view-tabs" role="tablist" aria-label="Views" @keydown=${step}>
    ${views.map(
      ({ name, label }) => html`<button type="button" role="tab" data-role="view-tab" data-view=${name}
        aria-selected=${shown.name === name ? 'true' : 'false'} tabindex=${shown.name === name ? 0 : -1}
        @click=${() => viewNamed(name)(scene)}>${label}</button>`,
    )}
  </div>`;
}
