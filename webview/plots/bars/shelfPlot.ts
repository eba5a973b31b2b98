import { nothing, type SVGTemplateResult, svg } from 'lit';
import { crisp, grid, whole } from '../axes/axes';
import type { ShelfLayout } from './shelf';

/** The picture of a discrete prior. */
export function shelfPlot(layout: ShelfLayout, fontSize: number): SVGTemplateResult {
  const { size } = layout;
  return svg`<svg class="plot" width=${size.width} height=${size.height} viewBox=${`0 0 ${size.width} ${size.height}`} aria-hidden="true">
    ${layout.thin === '' ? lying(layout, fontSize) : upright(layout, fontSize)}
  </svg>`;
}

function lying({ frame, rows, x }: ShelfLayout, fontSize: number): SVGTemplateResult {
  return svg`<g class="shelf">
    ${rows.map(
      (
        row,
      ) => svg`<text class="tick-label" x=${frame.left - 10} y=${row.y + row.height / 2} dy="0.34em" text-anchor="end">${row.shown}<title>${row.label}</title></text>
      <rect class=${`bar ${row.className}`} data-role="prior-bar" data-label=${row.label} x=${row.left} y=${row.y}
        width=${row.width} height=${row.height} rx="2"></rect>
      ${row.before === null ? nothing : svg`<line class="before" data-role="before" x1=${row.before} x2=${row.before} y1=${row.y - 2} y2=${row.y + row.height + 2}></line>`}
      <text class="value" x=${Math.max(row.left + row.width, row.before ?? 0) + 6} y=${row.y + row.height / 2} dy="0.34em">${row.value}</text>`,
    )}
    ${x.ticks.map(
      ({
        at,
        label,
      }) => svg`<line class="tick" x1=${crisp(at)} x2=${crisp(at)} y1=${frame.bottom} y2=${frame.bottom + 4}></line>
      <text class="tick-label small" x=${at} y=${frame.bottom + fontSize + 6} text-anchor="middle">${label}</text>`,
    )}
  </g>`;
}

function upright({ frame, x, thin, ends }: ShelfLayout, fontSize: number): SVGTemplateResult {
  const base = crisp(frame.bottom);
  return svg`${grid(frame, x)}
    <path class="bar cx" data-role="prior-bars" d=${thin}></path>
    <g class="axes">
      <line class="base" x1=${frame.left} x2=${frame.right} y1=${base} y2=${base}></line>
      ${x.ticks.map(({ at, label }) => svg`<text class="tick-label" x=${frame.left - 8} y=${at} dy="0.34em" text-anchor="end">${label}</text>`)}
      ${ends.map(
        (
          { label, shown },
          i,
        ) => svg`<text class="tick-label" x=${i === 0 ? frame.left : frame.right} y=${frame.bottom + fontSize + 5}
        text-anchor=${i === 0 ? 'start' : 'end'}>${shown}${whole(label, shown)}</text>`,
      )}
    </g>`;
}
