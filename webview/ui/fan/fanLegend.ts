import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { FanPicture } from '../../../src/engine/api/aside';
import { shareGroups } from '../../plots/fan/fan';
import { count } from '../../plots/text/format';

/** What the marks of a fan stand for. */
export function fanLegend({ content }: FanPicture): TemplateResult {
  if (content.kind === 'shares') {
    return html`<ul class="legend" aria-label="Legend">${shareGroups(content).map(
      ({ label, className }) =>
        html`<li>${key(svg`<rect class=${`stack ${className}`} x="2" y="0" width="12" height="12"></rect>`)}${label}</li>`,
    )}</ul>`;
  }
  return html`<ul class="legend" aria-label="Legend">
    <li>${key(svg`<path class="fan-median" d="M0,6H16"></path>`)}median</li>
    <li>${key(svg`<rect class="fan-narrow" x="0" y="1" width="16" height="10"></rect>`)}middle 50 %</li>
    <li>${key(svg`<rect class="fan-wide" x="0" y="1" width="16" height="10"></rect>`)}middle 90 %</li>
    ${content.paths.length === 0 ? nothing : html`<li>${key(svg`<path class="fan-path" d="M0,9L4,4L8,7L12,2L16,6"></path>`)}${count(content.paths.length)} samples</li>`}
  </ul>`;
}

function key(mark: SVGTemplateResult): TemplateResult {
  return html`<svg class="key" width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">${mark}</svg>`;
}
