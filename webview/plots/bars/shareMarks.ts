import { type SVGTemplateResult, svg } from 'lit';
import type { ShelfLayout } from './shelf';

/**
 * Over the bars of a discrete latent variable: how probable each value is where the reader points. A share ends where its arrow head is; one
 * that is longer than the axis stands at its end, with its number as the others.
 */
export function shareMarks({ rows, x, frame }: ShelfLayout, shares: readonly number[]): SVGTemplateResult {
  return svg`<g class="share-marks" aria-hidden="true">${rows.map((row, i) => {
    const share = shares[i] ?? 0;
    const end = Math.round(10 * Math.min(frame.right, x.scale(share))) / 10;
    const beyond = x.scale(share) > frame.right + 0.5;
    const [top, middle, bottom] = [row.y - 3, row.y + row.height / 2, row.y + row.height + 3];
    return svg`<g class=${row.className} data-role="share-mark" data-label=${row.label} data-share=${share.toFixed(4)}>
      <path class="share-line" d=${`M${row.left},${middle}H${end}`}></path>
      <path class="share-end" d=${beyond ? `M${end - 5},${top}L${end},${middle}L${end - 5},${bottom}` : `M${end},${top}V${bottom}`}></path>
    </g>`;
  })}</g>`;
}
