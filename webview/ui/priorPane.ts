import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Preview } from '../engine/preview';
import type { Plot } from '../plots/pointing';
import { shelfHeight } from '../plots/shelf';
import { shelfPlot } from '../plots/shelfPlot';
import { chooser } from './chooser';
import { gripSheet } from './gripSheet';
import { mathHtml } from './mathHtml';
import { definitionOf, paneKind } from './paneKind';
import { place } from './place';
import type { Scene } from './scene';
import { shelfGrips } from './shelfGrips';
import { stage } from './stage';
import type { Asked } from './state';
import { textTable } from './textTable';

/** The side pane: the distribution of a latent variable before anything is observed. */
export function priorPane(preview: Preview, plot: Plot, asked: Asked, scene: Scene): TemplateResult {
  const { pictures, actions } = scene;
  const { label, variable, index } = plot.choice;
  const { structure } = asked.model;
  const definitions = structure.variables.find(({ name }) => name === variable)?.definitions ?? [];
  const given = (definitions[definitionOf(structure, variable, index)]?.parents.length ?? 0) > 0;
  return html`<section class="pane prior" aria-labelledby="prior-title">
    <div class="pane-head">
      <h2 id="prior-title">${paneKind(given ? 'Latent' : 'Prior', plot.choice, asked, actions)}${mathHtml(`p(${label})`)}</h2>
      ${chooser('latent', preview.latentChoices, label, actions)}
    </div>
    <figure role="figure" aria-label=${pictures.prior.description(plot, null)} data-role="prior"
      data-kind=${plot.kind} data-choice=${label} data-version=${asked.model.version}>
      ${plot.kind === 'bars' ? shelf(plot, asked, scene) : curveOrPlane(plot, asked, scene)}
    </figure>
    ${textTable('prior', `Values of the plot of ${label}`, () => pictures.prior.table(plot), scene)}
  </section>`;
}

function shelf(plot: Extract<Plot, { kind: 'bars' }>, asked: Asked, scene: Scene): TemplateResult {
  const { pictures, sizes, theme } = scene;
  const height = shelfHeight(plot.values.length, theme.fontSize);
  const layout = pictures.prior.shelf(plot, sizes.get('prior'), theme.fontSize);
  return html`<div class="stage shelf" ${ref(sizes.track('prior'))} ${place({ height })}>
    ${layout === null ? '' : shelfPlot(layout, theme.fontSize)}
    ${layout === null ? '' : shelfGrips(plot, layout, asked, scene)}
  </div>`;
}

function curveOrPlane(plot: Plot, asked: Asked, scene: Scene): TemplateResult {
  const { pictures, sizes, theme } = scene;
  const picture = pictures.prior.layout(plot, sizes.get('prior'), theme.fontSize, true);
  const grips = plot.kind === 'curve' && picture.kind === 'curve' ? gripSheet(plot, picture, asked, scene) : '';
  return stage('prior', plot, picture, scene, undefined, grips);
}
