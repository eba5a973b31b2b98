import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Plane } from '../../../src/engine/api/preview';
import { colourClass, componentName, dashOf } from '../../plots/axes/colours';
import { count, fixed } from '../../plots/text/format';
import { legendKey } from '../widgets/legendKey';

/** More components than this are counted, not listed. */
const mostListed = 8;

/** What the marks of a plane stand for: components by name and weight, contours by the mass that they enclose, samples. */
export function planeLegend(plane: Plane): TemplateResult {
  return html`<ul class="legend" aria-label="Legend">
    ${components(plane)}
    <li data-role="contours-key" title="The smallest regions that hold half, four fifths and 95 % of the mass in the picture">
      ${legendKey(svg`<path class="contour" d="M1,6a7,5 0 1 0 14,0a7,5 0 1 0 -14,0"></path>
        <path class="contour share-50" d="M5,6a3,2 0 1 0 6,0a3,2 0 1 0 -6,0"></path>`)}50, 80, 95 % of the mass</li>
    ${
      plane.samples.length === 0
        ? nothing
        : html`<li>${legendKey(svg`<circle class="key-dot" cx="8" cy="6" r="2.2"></circle>`)}samples</li>`
    }
  </ul>`;
}

function components({ components: all }: Plane): unknown {
  if (all == null || all.items.length === 0) return nothing;
  const { items, of, total } = all;
  const mark = (className: string, dash: string): TemplateResult =>
    legendKey(
      svg`<path class=${`component ellipse ${className}`} stroke-dasharray=${dash || nothing} d="M1,6a7,5 0 1 0 14,0a7,5 0 1 0 -14,0"></path>`,
    );
  if (total < 2)
    return html`<li title="The ellipse is one standard deviation from the mean">${mark('of-marginal', '')}1 sd</li>`;
  if (items.every(({ colour }) => colour === null)) return html`<li>${mark('cx', '')}${count(total)} components</li>`;
  const listed = items.slice(0, mostListed);
  return html`${listed.map(
    (item) => html`<li title="The ellipses are one and two standard deviations from the mean">
      ${mark(colourClass(item.colour), dashOf(item.colour))}${componentName(item, of)}
      <span class="weight">${fixed(item.weight, 2)}</span></li>`,
  )}
  ${total > listed.length ? html`<li class="rest">+ ${count(total - listed.length)} more</li>` : nothing}`;
}
