import { nothing, type SVGTemplateResult, svg } from 'lit';
import type { Axis } from './axis';
import type { Frame } from './frame';
import { mathText } from './mathText';

export interface AxisTitles {
  /** What runs along the horizontal axis: `x`, `x[3]`, `z₁`. */
  readonly x: string;
  /** What stands on the vertical axis; '' for none. */
  readonly y: string;
}

/** Grid lines behind everything else: the levels only, because the eye compares heights. */
export function grid(frame: Frame, y: Axis): SVGTemplateResult {
  return svg`<g class="grid" aria-hidden="true">${y.ticks.map(
    ({ at }) => svg`<line x1=${frame.left} x2=${frame.right} y1=${crisp(at)} y2=${crisp(at)}></line>`,
  )}</g>`;
}

/**
 * The two axes with their labels and titles, in front of the data.
 * @param below pixels between the axis and its labels, for a rug
 */
export function axes(
  frame: Frame,
  x: Axis | null,
  y: Axis | null,
  titles: AxisTitles,
  fontSize: number,
  below = 0,
): SVGTemplateResult {
  const base = crisp(frame.bottom);
  const tickTop = frame.bottom + below;
  return svg`<g class="axes" aria-hidden="true">
    <line class="base" x1=${frame.left} x2=${frame.right} y1=${base} y2=${base}></line>
    ${
      x === null
        ? nothing
        : x.ticks.map(
            ({ at, label }) => svg`<line class="tick" x1=${crisp(at)} x2=${crisp(at)} y1=${base} y2=${base + 4}></line>
      <text class="tick-label" x=${at} y=${tickTop + fontSize + 5} text-anchor="middle">${label}</text>`,
          )
    }
    ${
      y === null
        ? nothing
        : y.ticks.map(
            ({ at, label }) =>
              svg`<text class="tick-label" x=${frame.left - 8} y=${at} dy="0.34em" text-anchor="end">${label}</text>`,
          )
    }
    ${
      titles.x === ''
        ? nothing
        : svg`<text class="axis-title" x=${(frame.left + frame.right) / 2} y=${tickTop + fontSize * 2.55}
      text-anchor="middle">${mathText(titles.x)}</text>`
    }
    ${
      titles.y === ''
        ? nothing
        : svg`<text class="axis-title" text-anchor="middle"
      transform=${`translate(${fontSize},${(frame.top + frame.bottom) / 2}) rotate(-90)`}>${mathText(titles.y)}</text>`
    }
  </g>`;
}

/** On the middle of a pixel, so that a hairline stays one. */
export function crisp(at: number): number {
  return Math.floor(at) + 0.5;
}
