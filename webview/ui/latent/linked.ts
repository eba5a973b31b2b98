import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Bars, Preview } from '../../../src/engine/api/preview';
import { shareMarks } from '../../plots/bars/shareMarks';
import type { ShelfLayout } from '../../plots/bars/shelf';
import { type Responsibilities, responsibilities } from '../../plots/overlay/responsibilities';
import { readAt } from '../../plots/words/pointing';
import type { Scene } from '../scene/scene';
import { mathHtml } from '../widgets/mathHtml';

/** p(z | x) where the reader points at the observed plot; null while nobody points, or where it does not tell of z. */
export function pointedShares(preview: Preview, latent: Bars, { probe, state }: Scene): Responsibilities | null {
  if (probe === null || state.view !== 'density') return null;
  const place = readAt(preview.observed, probe.place).places[0]?.value ?? '';
  return responsibilities(preview.observed, latent, probe.place, place);
}

/** The marks of it over the bars of the latent variable. */
export function linkedMarks(linked: Responsibilities | null, layout: ShelfLayout): TemplateResult | typeof nothing {
  if (linked === null || layout.rows.length === 0) return nothing;
  const { width, height } = layout.size;
  return html`${svg`<svg class="plot linked" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} aria-hidden="true">${shareMarks(layout, linked.shares)}</svg>`}`;
}

/** It in words, below them. Its place is kept while nobody points, so that nothing moves; the read-out of the plot speaks it. */
export function linkedText(linked: Responsibilities | null): TemplateResult {
  return html`<p class="linked-text" data-role="linked" aria-hidden="true">${
    linked === null ? '\u00a0' : html`${mathHtml(linked.name)} <span>${linked.text}</span>`
  }</p>`;
}
