import { html, type TemplateResult } from 'lit';
import type { Preview } from '../engine/preview';
import { chooser } from './chooser';
import { marginalFormula } from './formula';
import { mathHtml } from './mathHtml';
import { paneKind } from './paneKind';
import type { Scene } from './scene';
import type { Asked } from './state';
import { viewOf } from './views';
import { viewTabs } from './viewTabs';

/** The main pane: the observed variable, in the view that the reader chose. */
export function observedPane(preview: Preview, asked: Asked, scene: Scene): TemplateResult {
  const { choice } = preview.observed;
  const view = viewOf(scene.state, asked);
  return html`<section class="pane observed" data-view=${view.name} aria-labelledby="observed-title">
    <div class="pane-head">
      <h2 id="observed-title">${view.heading?.(asked, scene) ?? html`${paneKind('Observed', choice, asked, scene.actions)}${mathHtml(marginalFormula(asked.model.structure, choice))}`}</h2>
      ${viewTabs(asked, scene)}
      ${view.name === 'density' ? chooser('observed', preview.observedChoices, choice.label, scene.actions) : ''}
    </div>
    ${view.content(preview, asked, scene)}
  </section>`;
}
