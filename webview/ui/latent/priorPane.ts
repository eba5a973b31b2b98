import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Preview } from '../../../src/engine/api/preview';
import { shelfHeight } from '../../plots/bars/shelf';
import { shelfPlot } from '../../plots/bars/shelfPlot';
import { type Responsibilities, tellsOf } from '../../plots/overlay/responsibilities';
import type { Plot } from '../../plots/words/pointing';
import { snapshotPlot } from '../compare/compare';
import { conditionalOf } from '../density/conditionalSheet';
import { stage } from '../density/stage';
import { gripSheet } from '../drag/gripSheet';
import { planeGripSheet } from '../drag/planeGripSheet';
import { shelfGrips } from '../drag/shelfGrips';
import { evidenceChips, evidenceText, valueIn } from '../evidence/evidence';
import { evidenceForm, observeButton } from '../evidence/evidenceForm';
import { exploredPlace } from '../request/exploredPlace';
import { playLatent } from '../sampling/playLatent';
import type { Scene } from '../scene/scene';
import type { Asked } from '../state/state';
import { caretBar, writtenAtCaret } from '../widgets/atCaret';
import { chooser } from '../widgets/chooser';
import { mathHtml } from '../widgets/mathHtml';
import { definitionOf, paneKind } from '../widgets/paneKind';
import { place } from '../widgets/place';
import { textTable } from '../widgets/textTable';
import { latentMark, shelfMark } from './latentMark';
import { latentReadOut } from './latentReadOut';
import { latentOver, pictureArea, shelfArea } from './latentSheet';
import { linkedMarks, linkedText, pointedShares } from './linked';

/** The side pane: the distribution of a latent variable before anything is observed, and after. */
export function priorPane(preview: Preview, prior: Plot, asked: Asked, scene: Scene): TemplateResult {
  const { posterior } = preview;
  const known = posterior?.kind === 'posterior' ? scene.pictures.posterior(prior, posterior) : prior;
  // A posterior stands over its prior: a snapshot too would be one line too many.
  const kept = known === prior ? snapshotPlot(scene.state.snapshot, 'prior', prior, asked) : null;
  const plot = scene.pictures.comparedPrior(known, kept);
  const given = asked.query.evidence.map((each) => evidenceText(each, valueIn(asked.model.structure, each)));
  const { pictures, actions } = scene;
  const { label, variable, index } = plot.choice;
  const linked = plot.kind === 'bars' ? pointedShares(preview, plot, scene) : null;
  const { structure } = asked.model;
  const definitions = structure.variables.find(({ name }) => name === variable)?.definitions ?? [];
  const hasParents = (definitions[definitionOf(structure, variable, index)]?.parents.length ?? 0) > 0;
  const word = known !== prior ? 'Posterior' : hasParents ? 'Latent' : 'Prior';
  return html`<section class="pane prior" aria-labelledby="prior-title">
    <div class="pane-head">
      <h2 id="prior-title">${paneKind(word, plot.choice, asked, actions)}${mathHtml(known === prior ? `p(${label})` : `p(${label} | ${given.join(', ')})`)}</h2>
      ${evidenceChips(asked.query.evidence, given, actions)}${observeButton(scene)}
      ${chooser('latent', preview.latentChoices, label, actions)}
    </div>
    ${evidenceForm(preview, asked, scene)}
    <figure role="figure" aria-label=${pictures.prior.description(plot, posterior?.kind === 'posterior' ? posterior.method : null)} data-role="prior"
      data-kind=${plot.kind} data-choice=${label} data-version=${asked.model.version} data-given=${given.join(', ')}>
      ${plot.kind === 'bars' ? shelf(plot, preview, asked, scene, known === prior, linked) : curveOrPlane(plot, asked, scene, known === prior)}
    </figure>
    ${tellsOf(preview.observed, plot) ? linkedText(linked) : nothing}
    ${scene.state.view === 'density' ? latentReadOut(preview, plot, conditionalOf(preview, asked, scene.state), asked, scene) : nothing}
    ${posterior === null ? nothing : html`<p class="posterior-note" data-role="posterior-note">${posterior.kind === 'none' ? posterior.reason : html`<span title=${posterior.method.sentence}>${posterior.method.badge}</span>`}</p>`}
    ${textTable('prior', `Values of the plot of ${label}`, () => pictures.prior.table(plot), scene)}
  </section>`;
}

/** @param isPrior what the text says, so that it can be dragged */
function shelf(
  plot: Extract<Plot, { kind: 'bars' }>,
  preview: Preview,
  asked: Asked,
  scene: Scene,
  isPrior: boolean,
  linked: Responsibilities | null,
): TemplateResult {
  const { pictures, sizes, theme } = scene;
  const at = exploredPlace(plot, scene.state.explored);
  const height = shelfHeight(plot.values.length, theme.fontSize);
  const layout = pictures.prior.shelf(plot, sizes.get('prior'), theme.fontSize);
  return html`<div class="stage shelf" ${ref(sizes.track('prior'))} ${place({ height })}>
    ${layout === null ? '' : html`${shelfPlot(layout, theme.fontSize)}${latentOver(plot, shelfArea(plot, layout), at === null ? caretBar(writtenAtCaret(preview, asked, scene), plot, layout) : shelfMark(plot, layout, at), html`${playLatent(plot, layout, scene)}${linkedMarks(linked, layout)}${isPrior ? shelfGrips(plot, layout, asked, scene) : ''}`, scene)}`}
  </div>`;
}

function curveOrPlane(plot: Plot, asked: Asked, scene: Scene, isPrior: boolean): TemplateResult {
  const { pictures, sizes, theme } = scene;
  const picture = pictures.prior.layout(plot, sizes.get('prior'), theme.fontSize, true);
  const at = exploredPlace(plot, scene.state.explored);
  const grips =
    plot.kind === 'curve' && picture.kind === 'curve' && isPrior ? gripSheet(plot, picture, asked, scene) : '';
  const planeGrips =
    plot.kind === 'plane' && picture.kind === 'plane' && isPrior ? planeGripSheet(plot, picture, asked, scene) : '';
  return stage(
    'prior',
    plot,
    picture,
    scene,
    undefined,
    latentOver(
      plot,
      pictureArea(plot, picture),
      latentMark(plot, picture, at),
      html`${playLatent(plot, picture, scene)}${grips}${planeGrips}`,
      scene,
    ),
  );
}
