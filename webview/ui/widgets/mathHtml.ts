import { html, type TemplateResult } from 'lit';
import { mathRuns } from '../../plots/text/math';
import { mathClass } from '../../plots/text/mathText';

/** A formula in the page: names in italics, indices as subscripts. */
export function mathHtml(text: string): TemplateResult {
  return html`<span class="math"
    >${mathRuns(text).map(({ kind, text: part }) =>
      kind === 'subscript'
        ? html`<sub class=${mathClass(kind, part)}>${part}</sub>`
        : html`<span class=${kind}>${part}</span>`,
    )}</span
  >`;
}
