import { html, nothing, svg, type TemplateResult } from 'lit';
import { fixed } from '../../plots/text/format';
import type { ReadOut, Share } from '../../plots/words/readOut';
import type { Probe } from '../scene/scene';
import { mathHtml } from '../widgets/mathHtml';

/**
 * The line under the plot: what it says at the pointer, or at its highest place while nobody points.
 * It is spoken only for the keyboard; a mouse would make it chatter.
 * @param idle what is said before the place while nobody points
 * @param shared whether the plot has shares at all: then their place is kept where there are none, and nothing moves
 */
export function readOutBar(
  readOut: ReadOut,
  probe: Probe | null,
  shared: boolean,
  idle = 'highest at',
): TemplateResult {
  return html`<div class=${`read-out ${probe === null ? 'idle' : ''}`} data-role="read-out">
    <span class="visually-hidden" aria-live=${probe?.by === 'keyboard' ? 'polite' : 'off'}>${probe === null ? '' : readOut.spoken}</span>
    <span class="values" aria-hidden="true">
      ${probe === null ? html`<span class="peak">${idle}</span>` : nothing}
      ${readOut.places.map(({ name, value }) => html`<span>${mathHtml(name)} = <b>${value}</b></span>`)}
      <span>${mathHtml(readOut.density.name)} = <b>${readOut.density.value}</b>${
        readOut.error === '' ? nothing : html` <span class="error">${readOut.error}</span>`
      }</span>
    </span>
    ${shared ? html`<span class="shares" aria-hidden="true">${readOut.shares === null ? nothing : sharesBar(readOut, readOut.shares)}</span>` : nothing}
  </div>`;
}

function sharesBar({ sharesOf, top }: ReadOut, shares: readonly Share[]): TemplateResult {
  let from = 0;
  return html`<span class="shares-of" title=${sharesOf}>${mathHtml(sharesOf)}</span>
    <svg class="stack-bar" viewBox="0 0 1 1" preserveAspectRatio="none">${shares.map(({ share, label, className }) => {
      const x = from;
      from += share;
      return svg`<rect class=${`stack ${className}`} data-role="share" data-label=${label} data-share=${share.toFixed(4)}
        x=${x.toFixed(4)} y="0" width=${share.toFixed(4)} height="1"></rect>`;
    })}</svg>
    <span class="top">${top.map(
      ({ name, share, className }) =>
        html`<span title=${name}><b class=${`ink ${className}`}>${name}</b> ${fixed(share, 2)}</span>`,
    )}</span>`;
}
