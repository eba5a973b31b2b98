import { nothing, type SVGTemplateResult, svg } from 'lit';
import { type AxisTitles, axes, crisp } from './axes';
import type { PlaneLayout } from './plane';

/** Everything of a heat map but the heat, which lies on a canvas behind it. */
export function planePlot(
  layout: PlaneLayout,
  titles: AxisTitles,
  fontSize: number,
  pointed: { readonly x: number; readonly y: number } | null,
): SVGTemplateResult {
  const { frame, legend, legendAxis, size } = layout;
  return svg`<svg class="plot" width=${size.width} height=${size.height} viewBox=${`0 0 ${size.width} ${size.height}`} aria-hidden="true">
    <path class="dots-halo" d=${layout.samples}></path>
    <path class="dots" data-role="samples" d=${layout.samples}></path>
    <rect class="edge" x=${crisp(frame.left)} y=${crisp(frame.top)} width=${Math.floor(frame.right - frame.left)}
      height=${Math.floor(frame.bottom - frame.top)}></rect>
    ${axes(frame, layout.x, layout.y, titles, fontSize)}
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
