import { html, nothing, type TemplateResult } from 'lit';
import type { Preview } from '../engine/preview';
import { percent, rangeText } from '../plots/format';
import { type Plot, peakPlace, readAt } from '../plots/pointing';
import { evidenceMark, evidencePlace } from './evidence';
import { gripSheet } from './gripSheet';
import { legend } from './legend';
import { readOutBar } from './readOutBar';
import { plotPeak } from './report';
import type { Probe, Scene } from './scene';
import { stage } from './stage';
import type { Asked } from './state';
import { textTable } from './textTable';
import type { View } from './view';

/** The first view: the marginal of the observed variable and what it is made of. */
export const densityView: View = { name: 'density', label: 'Density', applies: () => true, content };

function content(preview: Preview, asked: Asked, scene: Scene): TemplateResult {
  const plot = preview.observed;
  const { probe, pictures, sizes, theme } = scene;
  const picture = pictures.observed.layout(plot, sizes.get('observed'), theme.fontSize, false);
  const peak = plotPeak(plot);
  const seen = evidencePlace(plot, asked.query.evidence);
  const shown: Probe | null = probe ?? (seen === null ? null : { place: seen, by: 'pointer' });
  const over = html`${evidenceMark(plot, picture, asked.query.evidence)}${
    plot.kind === 'curve' && picture.kind === 'curve' ? gripSheet(plot, picture, asked, scene) : nothing
  }`;
  const description = pictures.observed.description(plot, preview.method);
  return html`
    ${legend(plot)}
    <figure role="figure" aria-label=${description} data-role="observed" data-kind=${plot.kind}
      data-choice=${plot.choice.label} data-version=${asked.model.version} data-final=${preview.final}
      data-peak-x=${peak.x} data-peak-density=${peak.density}>
      ${stage('observed', plot, picture, scene, probe, over)}
    </figure>
    ${readOutBar(readAt(plot, shown?.place ?? peakPlace(plot)), shown, isShared(plot))}
    <div class="foot">
      <p class="mass" data-role="mass">${mass(plot)}</p>
      ${textTable('observed', `Values of the plot of ${plot.choice.label}`, () => pictures.observed.table(plot), scene)}
    </div>`;
}

/** Whether the components share the marginal among them, so that one can say whose share is how large. */
function isShared(plot: Plot): boolean {
  return plot.kind !== 'plane' && plot.components.kind === 'categories' && plot.components.items.length > 0;
}

function mass(plot: Plot): TemplateResult | typeof nothing {
  if (!Number.isFinite(plot.massInside)) return nothing;
  const share = percent(plot.massInside);
  if (plot.kind === 'curve') {
    return html`range ${rangeText(plot.x[0] ?? 0, plot.x[plot.x.length - 1] ?? 0)} holds ${share} of the mass`;
  }
  return html`the ${plot.kind === 'bars' ? 'values' : 'area'} shown ${plot.kind === 'bars' ? 'hold' : 'holds'} ${share} of the mass`;
}
