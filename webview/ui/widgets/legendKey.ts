import { html, type SVGTemplateResult, type TemplateResult } from 'lit';

/** The mark before an entry of a legend. @param mark within 16 by 12 pixels */
export function legendKey(mark: SVGTemplateResult): TemplateResult {
  return html`<svg class="key" width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">${mark}</svg>`;
}
