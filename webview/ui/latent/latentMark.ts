import { html, nothing, type TemplateResult } from 'lit';
import type { ShelfLayout } from '../../plots/bars/shelf';
import { indexAt, type Place, type Plot, readAt } from '../../plots/words/pointing';
import type { Picture } from '../scene/pictures';
import { place } from '../widgets/place';

/** Where the reader is in the picture of a latent variable: a line and a dot on a curve, a cross in a plane. */
export function latentMark(plot: Plot, picture: Picture, at: Place | null): TemplateResult | typeof nothing {
  if (at === null || picture.kind === 'bars') return nothing;
  const { frame } = picture;
  const left = picture.x.scale(at.x);
  if (left < frame.left || left > frame.right) return nothing;
  const line = html`<div class="latent-line" ${place({ left, top: frame.top, height: frame.bottom - frame.top })}></div>`;
  if (picture.kind === 'plane') {
    const top = picture.y.scale(at.y);
    if (top < frame.top || top > frame.bottom) return nothing;
    return html`${line}
      <div class="latent-line across" ${place({ left: frame.left, top, width: frame.right - frame.left })}></div>
      <div class="latent-dot" data-role="latent-mark" ${place({ left, top })}></div>`;
  }
  const density = plot.kind === 'curve' ? (plot.density[indexAt(plot, at)] ?? 0) : 0;
  const top = Math.min(frame.bottom, Math.max(frame.top, picture.y.scale(density)));
  return html`${line}<div class="latent-dot" data-role="latent-mark" ${place({ left, top })}></div>`;
}

/** The row of the state that the reader is at. */
export function shelfMark(
  plot: Extract<Plot, { kind: 'bars' }>,
  layout: ShelfLayout,
  at: Place | null,
): TemplateResult | typeof nothing {
  if (at === null) return nothing;
  const index = plot.values.indexOf(at.x);
  const row = layout.rows[index];
  if (row !== undefined) {
    return html`<div class=${`latent-row ${row.className}`} data-role="latent-mark" data-label=${row.label}
      ${place({ left: -5, top: row.y - 3, width: layout.size.width + 10, height: row.height + 6 })}></div>`;
  }
  if (index < 0) return nothing;
  const { left, right, top, bottom } = layout.frame;
  const step = (right - left) / plot.values.length;
  return html`<div class="latent-line" data-role="latent-mark" data-label=${readAt(plot, at).places[0]?.value ?? ''}
    ${place({ left: left + (index + 0.5) * step, top, height: bottom - top })}></div>`;
}
