import { nothing, type SVGTemplateResult, svg } from 'lit';
import { type AxisTitles, axes, crisp } from '../axes/axes';
import type { ContourMark } from './contourMarks';
import type { EllipseMark } from './ellipseMarks';
import type { PlaneLayout } from './plane';

/** Everything of a heat map but the heat, which lies on a canvas behind it. */
export function planePlot(
  layout: PlaneLayout,
  titles: AxisTitles,
  fontSize: number,
  pointed: { readonly x: number; readonly y: number } | null,
): SVGTemplateResult {
  const { frame, legend, legendAxis, size } = layout;
  const clip = `within-${[frame.left, frame.top, frame.right, frame.bottom].map(Math.round).join('-')}`;
  return svg`<svg class="plot" width=${size.width} height=${size.height} viewBox=${`0 0 ${size.width} ${size.height}`} aria-hidden="true">
    <clipPath id=${clip}><rect x=${frame.left} y=${frame.top} width=${frame.right - frame.left}
      height=${frame.bottom - frame.top}></rect></clipPath>
    <path class="dots-halo" d=${layout.samples}></path>
    <path class="dots" data-role="samples" d=${layout.samples}></path>
    <g class="contours" clip-path=${`url(#${clip})`}>
      ${layout.contours.map(contour)}
      ${layout.ellipses.map(ellipse)}
    </g>
    <g class="contour-labels">${layout.contours.map(({ label }) =>
      label === null
        ? nothing
        : svg`<text x=${label.x} y=${label.y} dy="0.34em" text-anchor="middle">${label.text}</text>`,
    )}</g>
    <g class="names">${layout.ellipses.map(({ name, className }) =>
      name === null
        ? nothing
        : svg`<text class=${`name ${className}`} x=${name.x} y=${name.y} text-anchor="middle">${name.text}</text>`,
    )}</g>
    <rect class="edge" x=${crisp(frame.left)} y=${crisp(frame.top)} width=${Math.floor(frame.right - frame.left)}
      height=${Math.floor(frame.bottom - frame.top)}></rect>
    ${axes(frame, layout.x, layout.y, titles, fontSize, size)}
    <rect class="edge" x=${crisp(legend.left)} y=${crisp(legend.top)} width=${legend.right - legend.left}
      height=${Math.floor(legend.bottom - legend.top)}></rect>
    <g class="axes">${legendAxis.ticks.map(
      ({
        at,
        label,
      }) => svg`<line class="tick" x1=${legend.right} x2=${legend.right + 4} y1=${crisp(at)} y2=${crisp(at)}></line>
      <text class="tick-label small" x=${legend.right + 7} y=${at} dy="0.34em">${label}</text>`,
    )}</g>
    ${
      pointed === null
        ? nothing
        : svg`<g class="crosshair" data-role="crosshair">
      <line x1=${pointed.x} x2=${pointed.x} y1=${frame.top} y2=${frame.bottom}></line>
      <line x1=${frame.left} x2=${frame.right} y1=${pointed.y} y2=${pointed.y}></line>
      <circle class="dot marginal-dot" cx=${pointed.x} cy=${pointed.y} r="4.5"></circle></g>`
    }
  </svg>`;
}

function contour({ share, density, path }: ContourMark): SVGTemplateResult {
  return svg`<path class="contour-halo" d=${path}></path>
    <path class=${`contour share-${Math.round(100 * share)}`} data-role="contour" data-share=${share} data-density=${density}
      d=${path}></path>`;
}

/** The faint outer line is two standard deviations from the mean, the bold inner one is one. */
function ellipse({ label, className, dash, mean, inner, outer }: EllipseMark): SVGTemplateResult {
  return svg`<path class=${`ellipse outer ${className}`} stroke-dasharray=${dash || nothing} d=${outer}></path>
    <path class="ellipse-halo" d=${inner}></path>
    <path class=${`component ellipse ${className}`} data-role="component" data-label=${label} data-x=${mean[0]} data-y=${mean[1]}
      stroke-dasharray=${dash || nothing} d=${inner}></path>`;
}
