import { html, nothing, type TemplateResult } from 'lit';
import type { Preview } from '../../../src/engine/api/preview';
import { evidenceChips, evidenceText, valueIn } from '../evidence/evidence';
import { evidenceForm, observeButton } from '../evidence/evidenceForm';
import { marginalFormula } from '../graph/formula';
import { chainsOf } from '../request/chains';
import type { Scene } from '../scene/scene';
import type { Asked } from '../state/state';
import { chooser } from '../widgets/chooser';
import { mathHtml } from '../widgets/mathHtml';
import { paneKind } from '../widgets/paneKind';
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
      ${preview.prior === null ? observedHere(asked, scene) : nothing}
      ${view.name === 'density' ? chooser('observed', preview.observedChoices, choice.label, scene.actions) : ''}
    </div>
    ${preview.prior === null ? evidenceForm(preview, asked, scene) : nothing}
    ${view.content(preview, asked, scene)}
  </section>`;
}

/** What is observed, in a model without a pane of latent variables to say it: there it tells of the other elements of a chain. */
function observedHere({ model, query }: Asked, scene: Scene): TemplateResult {
  const { structure } = model;
  const texts = query.evidence.map((given) => evidenceText(given, valueIn(structure, given)));
  // Over time it stands beside the fan.
  const chips = scene.state.view === 'fan' ? nothing : evidenceChips(query.evidence, texts, scene.actions);
  return html`${chips}${chainsOf(structure).length > 0 ? observeButton(scene) : nothing}`;
}
