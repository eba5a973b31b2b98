import { nothing, type SVGTemplateResult, svg } from 'lit';
import { type AxisTitles, axes, grid } from '../axes/axes';
import type { ComponentMark, CurveLayout } from './curve';

/** Where the reader points, in pixels. */
export interface Crosshair {
  readonly x: number;
  readonly y: number;
  /** Dots on the components, in pixels. */
  readonly dots: readonly { readonly y: number; readonly className: string }[];
}

/**
 * The picture of a curve: samples behind, components filled softly, the marginal as the one bold line.
 * Only attributes change between two pictures of one model, so an edit repaints without building anything.
 * @param lit the component that stands out, by its place; null for none
 */
export function curvePlot(
  layout: CurveLayout,
  titles: AxisTitles,
  fontSize: number,
  crosshair: Crosshair | null,
  lit: number | null = null,
): SVGTemplateResult {
  const { frame, size, components } = layout;
  const below = layout.rug === '' ? 0 : 8;
  return svg`<svg class="plot" width=${size.width} height=${size.height} viewBox=${`0 0 ${size.width} ${size.height}`} aria-hidden="true">
    ${grid(frame, layout.y)}
    <path class="samples" data-role="samples" d=${layout.histogram}></path>
    <path class="marginal-area" d=${layout.marginalArea}></path>
    ${layout.before === '' ? nothing : svg`<path class="before" data-role="before" d=${layout.before}></path>`}
    <g class=${lit === null ? 'components' : 'components some-lit'}>${components.map((mark, i) => area(mark, i === lit))}${components.map((mark, i) => line(mark, i === lit))}</g>
    <path class="band" data-role="error-band" d=${layout.band}></path>
    <path class="marginal-halo" d=${layout.marginal}></path>
    <path class="marginal" data-role="marginal" d=${layout.marginal}></path>
    ${axes(frame, layout.x, layout.y, titles, fontSize, size, below)}
    <path class="rug" data-role="data" d=${layout.rug}></path>
    <g class="names" aria-hidden="true">${layout.labels.map(
      ({ wish, x, y }) =>
        svg`<text class=${`name ${wish.className}`} x=${x} y=${y} text-anchor="middle">${wish.text}</text>`,
    )}</g>
    ${crosshair === null ? nothing : crosshairMarks(crosshair, layout)}
  </svg>`;
}

function area({ area: d, className, colour }: ComponentMark, lit: boolean): SVGTemplateResult | typeof nothing {
  return d === ''
    ? nothing
    : svg`<path class=${`area ${className}${lit ? ' lit' : ''}`} data-colour=${colour ?? nothing} d=${d}></path>`;
}

function line({ line: d, faint, label, className, dash }: ComponentMark, lit: boolean): SVGTemplateResult {
  return svg`<path class=${`component ${faint ? 'draw' : ''} ${className}${lit ? ' lit' : ''}`} data-role="component" data-label=${label}
    stroke-dasharray=${dash === '' ? nothing : dash} d=${d}></path>`;
}

function crosshairMarks({ x, y, dots }: Crosshair, { frame }: CurveLayout): SVGTemplateResult {
  return svg`<g class="crosshair" data-role="crosshair" aria-hidden="true">
    <line x1=${x} x2=${x} y1=${frame.top} y2=${frame.bottom}></line>
    ${dots.map((dot) => svg`<circle class=${`dot ${dot.className}`} cx=${x} cy=${dot.y} r="3"></circle>`)}
    <circle class="dot marginal-dot" cx=${x} cy=${y} r="4.5"></circle>
  </g>`;
}
