import { html, nothing, type TemplateResult } from 'lit';
import type { Preview } from '../../../src/engine/api/preview';
import { scaleOf } from '../../plots/scale/scaledPlot';
import { massText } from '../../plots/words/massText';
import { type Plot, peakPlace, readAt } from '../../plots/words/pointing';
import { comparisonNote, scaledSnapshot } from '../compare/compare';
import { ghostContours } from '../compare/ghostContours';
import { gripSheet } from '../drag/gripSheet';
import { planeGripSheet } from '../drag/planeGripSheet';
import { evidenceMark, evidencePlace } from '../evidence/evidence';
import { asideOf } from '../request/asides';
import { playSheet } from '../sampling/playSheet';
import type { Probe, Scene } from '../scene/scene';
import { plotPeak } from '../state/report';
import type { Asked } from '../state/state';
import { writtenAtCaret } from '../widgets/atCaret';
import { textTable } from '../widgets/textTable';
import type { View } from '../widgets/view';
import { conditionalOf, conditionalSheet } from './conditionalSheet';
import { legend } from './legend';
import { light, litComponent } from './lit';
import { plotTools, resetZoomChip } from './plotTools';
import { readOutBar } from './readOutBar';
import { stage } from './stage';

/** The first view: the marginal of the observed variable and what it is made of. */
export const densityView: View = { name: 'density', label: 'Density', applies: () => true, content };

function content(preview: Preview, asked: Asked, scene: Scene): TemplateResult {
  const { probe, pictures, sizes, theme, state } = scene;
  const bare = pictures.scaled(preview.observed, state.scale, asideOf('distribution', preview, asked));
  const kept = scaledSnapshot(preview, asked, scene);
  const plot = pictures.compared(bare, kept);
  const picture = pictures.observed.layout(plot, sizes.get('observed'), theme.fontSize, false);
  const peak = plotPeak(preview.observed);
  const seen = evidencePlace(plot, asked.query.evidence);
  const shown: Probe | null = probe ?? (seen === null ? null : { place: seen, by: 'pointer' });
  const conditional = conditionalOf(preview, asked, state);
  const over = html`${resetZoomChip(scene)}${ghostContours(kept, picture, scene)}${conditionalSheet(conditional, plot, picture, scene)}${playSheet(plot, picture, asked, scene)}${evidenceMark(plot, picture, asked.query.evidence)}${
    plot.kind === 'curve' && picture.kind === 'curve' ? gripSheet(plot, picture, asked, scene) : nothing
  }${plot.kind === 'plane' && picture.kind === 'plane' ? planeGripSheet(plot, picture, asked, scene) : nothing}`;
  const [low, high] = endsOf(plot);
  const lit = litComponent(state, preview, asked) ?? writtenAtCaret(preview, asked, scene)?.component ?? null;
  const description = pictures.observed.description(plot, preview.method);
  return html`
    <div class="over-plot">${legend(plot, { lit, light: (component) => scene.actions.take((now) => light(now, component)) })}${plotTools(plot, scene)}</div>
    <figure role="figure" aria-label=${description} data-role="observed" data-kind=${plot.kind}
      data-choice=${plot.choice.label} data-version=${asked.model.version} data-final=${preview.final}
      data-peak-x=${peak.x} data-peak-density=${peak.density} data-scale=${scaleOf(plot)} data-exploring=${conditional === null ? nothing : conditional.at} data-low=${low} data-high=${high}>
      ${stage('observed', plot, picture, scene, probe, over, lit)}
    </figure>
    ${readOutBar(readAt(plot, shown?.place ?? peakPlace(plot)), shown, isShared(preview.observed), idleText(plot))}
    <div class="foot">
      <p class="mass" data-role="mass">${massText(plot)}</p>
      ${comparisonNote(preview.observed, asked, scene)}
      ${textTable('observed', `Values of the plot of ${plot.choice.label}`, () => pictures.observed.table(plot), scene)}
    </div>`;
}

/** Whether the components share the marginal among them, so that one can say whose share is how large. */
function isShared(plot: Plot): boolean {
  return plot.kind !== 'plane' && plot.components.kind === 'categories' && plot.components.items.length > 0;
}

/** The two ends of the horizontal axis, for those who look at the page from outside. */
function endsOf(plot: Plot): readonly [number, number] {
  const values = plot.kind === 'bars' ? plot.values : plot.x;
  return [values[0] ?? 0, values[values.length - 1] ?? 0];
}

/** What the read-out tells of while nobody points; a distribution function is highest at its end, which says nothing. */
function idleText(plot: Plot): string {
  return scaleOf(plot) === 'distribution' ? 'most probable' : 'highest at';
}
