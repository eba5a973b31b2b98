import { nothing, type SVGTemplateResult, svg } from 'lit';
import { type AxisTitles, acrossTitle, axes, grid, whole } from '../axes/axes';
import { type BarsLayout, turn } from './bars';

/**
 * The picture of a discrete variable: a bar for each value, made of the components' shares, capped by the marginal.
 * @param lit the component that stands out, by its place; null for none
 */
export function barsPlot(
  layout: BarsLayout,
  titles: AxisTitles,
  fontSize: number,
  pointed: number | null,
  lit: number | null = null,
): SVGTemplateResult {
  const { frame, size } = layout;
  return svg`<svg class="plot" width=${size.width} height=${size.height} viewBox=${`0 0 ${size.width} ${size.height}`} aria-hidden="true">
    ${grid(frame, layout.y)}
    ${
      pointed === null
        ? nothing
        : svg`<rect class="pointed" data-role="crosshair" x=${frame.left + pointed * layout.step} width=${layout.step}
      y=${frame.top} height=${frame.bottom - frame.top}></rect>`
    }
    <path class="whole" d=${layout.whole}></path>
    ${layout.stacks.map(
      ({ label, className, path }, i) =>
        svg`<path class=${`stack ${className}${lit === null ? '' : i === lit ? ' lit' : ' unlit'}`} data-role="component" data-label=${label} d=${path}></path>`,
    )}
    ${layout.before === '' ? nothing : svg`<path class="before" data-role="before" d=${layout.before}></path>`}
    <path class="sample-marks" data-role="samples" d=${layout.samples}></path>
    <path class="marginal caps" data-role="marginal" d=${layout.caps}></path>
    <path class="whiskers" data-role="error-band" d=${layout.errors}></path>
    ${axes(frame, null, layout.y, { x: '', y: titles.y }, fontSize, size)}
    <g class="axes" aria-hidden="true">
      ${layout.xTicks.map(({ at, label, shown }) =>
        layout.turned
          ? svg`<text class="tick-label" text-anchor="end"
              transform=${`translate(${at + fontSize * 0.3},${frame.bottom + fontSize + 2}) rotate(${-turn})`}>${shown}${whole(label, shown)}</text>`
          : svg`<text class="tick-label" x=${at} y=${frame.bottom + fontSize + 5} text-anchor="middle">${shown}${whole(label, shown)}</text>`,
      )}
      ${titles.x === '' ? nothing : acrossTitle(titles.x, frame, size.height - fontSize * 0.5, size.width, fontSize)}
    </g>
    <path class="rug" data-role="data" d=${layout.data}></path>
  </svg>`;
}
