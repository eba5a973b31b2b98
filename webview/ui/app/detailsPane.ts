import { html, nothing, type TemplateResult } from 'lit';
import type { Preview } from '../../../src/engine/api/preview';
import { count, duration, errorPercent } from '../../plots/text/format';
import type { Asked } from '../state/state';
import { warningIcon } from '../widgets/icons';
import { inlineCode } from '../widgets/inlineCode';

/** How the numbers came about, in a sentence and a few figures, and what the reader should know of them. */
export function detailsPane(preview: Preview, asked: Asked): TemplateResult {
  const { method, notices } = preview;
  const figures: [string, string][] = [
    ...(method.states > 1 ? [['States summed', count(method.states)] satisfies [string, string]] : []),
    ...(method.dimensions > 0 ? [['Dimensions', count(method.dimensions)] satisfies [string, string]] : []),
    ...(method.dimensions > 0 && method.name !== 'gaussian'
      ? [[method.name === 'quadrature' ? 'Nodes' : 'Draws', count(method.nodes)] satisfies [string, string]]
      : []),
    ...(method.relativeError > 0
      ? [['Error', `${errorPercent(method.relativeError)} of the peak`] satisfies [string, string]]
      : []),
    ['Backend', preview.backend],
    ['Time', `${duration(preview.milliseconds)}${preview.reused ? ', compiled functions used again' : ''}`],
    ['Samples', `${count(asked.query.samples)}, seed ${asked.query.seed}`],
  ];
  return html`<section class="pane details" aria-labelledby="details-title">
    ${
      notices.length === 0
        ? nothing
        : html`<ul class="notices" data-role="notices" aria-label="Notices">
            ${notices.map((notice) => html`<li>${warningIcon}<span>${inlineCode(notice)}</span></li>`)}
          </ul>`
    }
    <h2 id="details-title"><span class="pane-kind">How this was computed</span></h2>
    <p class="sentence" data-role="method-sentence">${inlineCode(method.sentence)}</p>
    <dl>${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
  </section>`;
}
