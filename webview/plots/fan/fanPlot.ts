import { nothing, type SVGTemplateResult, svg } from 'lit';
import { type AxisTitles, axes, grid } from '../axes/axes';
import type { BandsLayout, FanLayout, SharesLayout } from './fan';

/** The picture of a fan. @param pointed where the reader points, in pixels */
export function fanPlot(
  layout: FanLayout,
  titles: AxisTitles,
  fontSize: number,
  pointed: { readonly x: number; readonly y: number } | null,
): SVGTemplateResult {
  const { frame, size, content } = layout;
  return svg`<svg class="plot fan" width=${size.width} height=${size.height} viewBox=${`0 0 ${size.width} ${size.height}`} aria-hidden="true">
    ${grid(frame, layout.y)}
    ${content.kind === 'bands' ? bands(content) : shares(content)}
    ${axes(frame, layout.x, layout.y, titles, fontSize, size)}
    ${layout.seen.map(({ x, y }) => svg`<circle class="fan-seen" data-role="fan-seen" cx=${x} cy=${y} r="4.5"></circle>`)}
    ${
      pointed === null
        ? nothing
        : svg`<g class="crosshair" data-role="crosshair">
      <line x1=${pointed.x} x2=${pointed.x} y1=${frame.top} y2=${frame.bottom}></line>
      ${content.kind === 'bands' ? svg`<circle class="fan-aim" cx=${pointed.x} cy=${pointed.y} r="4"></circle>` : nothing}
    </g>`
    }
  </svg>`;
}

function bands({ wide, narrow, median, paths }: BandsLayout): SVGTemplateResult {
  return svg`<path class="fan-wide" data-role="fan-wide" d=${wide}></path>
    <path class="fan-narrow" data-role="fan-narrow" d=${narrow}></path>
    <g>${paths.map((path) => svg`<path class="fan-path" data-role="fan-path" d=${path}></path>`)}</g>
    <path class="marginal-halo" d=${median}></path>
    <path class="fan-median" data-role="fan-median" d=${median}></path>`;
}

function shares({ stacks }: SharesLayout): SVGTemplateResult {
  return svg`${stacks.map(
    ({ label, className, path }) =>
      svg`<path class=${`stack ${className}`} data-role="fan-share" data-label=${label} d=${path}></path>`,
  )}`;
}
