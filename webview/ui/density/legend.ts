import { html, nothing, svg, type TemplateResult } from 'lit';
import { colourClass, componentName, dashOf } from '../../plots/axes/colours';
import { valueName } from '../../plots/axes/onScale';
import { scaleOf } from '../../plots/scale/scaledPlot';
import { count, fixed } from '../../plots/text/format';
import type { Plot } from '../../plots/words/pointing';
import { legendKey as key } from '../widgets/legendKey';
import { mathHtml } from '../widgets/mathHtml';
import { planeLegend } from './planeLegend';

/** More components than this are counted, not listed. */
const mostListed = 8;

/** Makes a component stand out in the plot while the reader points at its name. */
export interface Highlight {
  readonly lit: number | null;
  light(component: number | null): void;
}

/** What the marks of a plot stand for. */
export function legend(plot: Plot, highlight: Highlight | null = null): TemplateResult | typeof nothing {
  if (plot.kind === 'plane') return planeLegend(plot);
  return html`<ul class="legend" aria-label="Legend">
    <li>${key(svg`<path class="marginal" d="M0,6H16"></path>`)}${mathHtml(valueName(plot.choice.label, scaleOf(plot)))}</li>
    ${components(plot, highlight)}
    ${
      plot.standardError === null
        ? nothing
        : html`<li>${key(svg`<rect class="band" x="0" y="1" width="16" height="10"></rect>`)}± 2 standard errors</li>`
    }
    ${
      plot.before === undefined
        ? nothing
        : html`<li data-role="snapshot-key">${key(svg`<path class="before" d="M0,6H16"></path>`)}snapshot</li>`
    }
    ${samples(plot)}
    ${
      plot.data.length === 0
        ? nothing
        : html`<li>${key(svg`<path class="rug" d="M3,3v7M8,3v7M10,3v7M14,3v7"></path>`)}${count(plot.data.length)} data</li>`
    }
  </ul>`;
}

function components(plot: Exclude<Plot, { kind: 'plane' }>, highlight: Highlight | null): unknown {
  const { items, kind, total, of } = plot.components;
  if (kind === 'none' || items.length === 0) return nothing;
  if (kind === 'draws') {
    return html`<li>
      ${key(svg`<path class="component draw cx" d="M0,9C4,9 5,2 8,2S12,9 16,9"></path>`)}
      <span title="Drawn lower than they are, so that all of them fit">${count(items.length)} of infinitely many ${mathHtml(`p(${plot.choice.label} | ${of})`)}</span>
    </li>`;
  }
  if (items.every(({ colour }) => colour === null)) {
    const which = items.length < total ? `${count(items.length)} of ${count(total)}` : count(total);
    return html`<li>${key(svg`<path class="component cx" d="M0,9C4,9 5,2 8,2S12,9 16,9"></path>`)}${which} components</li>`;
  }
  const listed = items.slice(0, mostListed);
  const swatch = (colour: number | null): TemplateResult =>
    plot.kind === 'bars'
      ? key(svg`<rect class=${`stack ${colourClass(colour)}`} x="2" y="0" width="12" height="12"></rect>`)
      : key(svg`<rect class=${`area ${colourClass(colour)}`} x="0" y="3" width="16" height="9"></rect>
        <path class=${`component ${colourClass(colour)}`} stroke-dasharray=${dashOf(colour) || nothing} d="M0,3H16"></path>`);
  return html`${of.includes(',') ? html`<li class="rest">${mathHtml(of)}:</li>` : nothing}
    ${listed.map((item, i) => html`<li>${entry(i, html`${swatch(item.colour)}${componentName(item, of)}`, `${componentName(item, of)}, weight ${fixed(item.weight, 2)}`, highlight)}</li>`)}
    ${total > listed.length ? html`<li class="rest">+ ${count(total - listed.length)} more</li>` : nothing}`;
}

/** The name of a component, as a button where pointing at it makes it stand out. */
function entry(i: number, content: TemplateResult, label: string, highlight: Highlight | null): TemplateResult {
  if (highlight === null) return content;
  const on = (): void => highlight.light(i);
  const off = (): void => highlight.light(null);
  return html`<button type="button" class=${highlight.lit === i ? 'entry lit' : 'entry'} data-role="legend-entry" title=${label}
    aria-label=${label} @pointerenter=${on} @pointerleave=${off} @focus=${on} @blur=${off}>${content}</button>`;
}

function samples(plot: Exclude<Plot, { kind: 'plane' }>): unknown {
  if (plot.kind === 'bars') {
    return plot.samples === null
      ? nothing
      : html`<li>${key(svg`<path class="sample-marks" d="M3,6h10"></path>`)}samples</li>`;
  }
  return plot.histogram === null
    ? nothing
    : html`<li>${key(svg`<path class="samples" d="M1,12V5h5V12ZM6,12V1h5V12ZM11,12V7h5V12Z"></path>`)}samples</li>`;
}
