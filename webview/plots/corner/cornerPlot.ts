import { nothing, type SVGTemplateResult, svg } from 'lit';
import { crisp, upTitleAt, whole } from '../axes/axes';
import { mathText } from '../text/mathText';
import type { CornerAxis, CornerLayout, CornerPanel } from './corner';

/** The lines of a corner plot, over the canvases of its pairs. */
export function cornerPlot({ size, panels, below, beside }: CornerLayout, fontSize: number): SVGTemplateResult {
  return svg`<svg class="plot corner" width=${size.width} height=${size.height} viewBox=${`0 0 ${size.width} ${size.height}`} aria-hidden="true">
    ${panels.map(panel)}
    <g class="axes">${below.map((each) => belowAxis(each, fontSize))}${beside.map((each) => besideAxis(each, fontSize))}</g>
  </svg>`;
}

function panel(each: CornerPanel): SVGTemplateResult {
  const { left, right, top, bottom } = each.frame;
  if (each.kind === 'pair') {
    return svg`<g><path class="corner-contour-halo" d=${each.contours}></path><path class="corner-contour" d=${each.contours}></path>
      <rect class="corner-frame" x=${left + 0.5} y=${top + 0.5} width=${right - left} height=${bottom - top}></rect></g>`;
  }
  return svg`<g>
    <path class="marginal-area" d=${each.area}></path><path class="corner-bars" d=${each.bars}></path>
    <path class="corner-marginal" d=${each.line}></path>
    <line class="base" x1=${left} x2=${right} y1=${crisp(bottom)} y2=${crisp(bottom)}></line>
    ${each.title.shown === '' ? nothing : svg`<text class="axis-title corner-title" x=${(left + right) / 2} y=${top - 4} text-anchor="middle">${mathText(each.title.shown)}${whole(each.title.full, each.title.shown)}</text>`}
  </g>`;
}

function belowAxis({ ticks, title, frame }: CornerAxis, fontSize: number): SVGTemplateResult {
  const base = crisp(frame.bottom);
  return svg`<g>
    ${ticks.map(
      ({ at, label, shown }) => svg`<line class="tick" x1=${crisp(at)} x2=${crisp(at)} y1=${base} y2=${base + 4}></line>
      <text class="tick-label" x=${at} y=${frame.bottom + fontSize + 5} text-anchor="middle">${shown}${whole(label, shown)}</text>`,
    )}
    <text class="axis-title" x=${(frame.left + frame.right) / 2} y=${frame.bottom + fontSize * 2.55} text-anchor="middle">${mathText(title.shown)}${whole(title.full, title.shown)}</text>
  </g>`;
}

function besideAxis({ ticks, title, frame }: CornerAxis, fontSize: number): SVGTemplateResult {
  return svg`<g>
    ${ticks.map(({ at, label, shown }) => svg`<text class="tick-label" x=${frame.left - 6} y=${at} dy="0.34em" text-anchor="end">${shown}${whole(label, shown)}</text>`)}
    <text class="axis-title" text-anchor="middle"
      transform=${`translate(${upTitleAt(fontSize)},${(frame.top + frame.bottom) / 2}) rotate(-90)`}>${mathText(title.shown)}${whole(title.full, title.shown)}</text>
  </g>`;
}
