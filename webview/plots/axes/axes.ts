import { nothing, type SVGTemplateResult, svg } from 'lit';
import { fitTitle, titleWidth } from '../text/fitText';
import { mathText } from '../text/mathText';
import type { Axis } from './axis';
import type { Frame, Size } from './frame';

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
 * @param size of the picture, within which titles lie
 * @param below pixels between the axis and its labels, for a rug
 */
export function axes(
  frame: Frame,
  x: Axis | null,
  y: Axis | null,
  titles: AxisTitles,
  fontSize: number,
  size: Size,
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
    ${titles.x === '' ? nothing : acrossTitle(titles.x, frame, tickTop + fontSize * 2.55, size.width, fontSize)}
    ${titles.y === '' ? nothing : upTitle(titles.y, frame, fontSize)}
  </g>`;
}

/** The title of a horizontal axis, within the width of the picture. */
export function acrossTitle(
  title: string,
  { left, right }: Frame,
  y: number,
  width: number,
  fontSize: number,
): SVGTemplateResult {
  const { text, at } = placedTitle(title, (left + right) / 2, width, fontSize);
  return svg`<text class="axis-title" x=${at} y=${y} text-anchor="middle">${mathText(text)}${whole(title, text)}</text>`;
}

/** The title of a vertical axis, upwards along the left side, within the picture, and above what stands below the axis. */
export function upTitle(title: string, { top, bottom }: Frame, fontSize: number): SVGTemplateResult {
  const { text, at } = placedTitle(title, (top + bottom) / 2, bottom + fontSize, fontSize);
  return svg`<text class="axis-title" text-anchor="middle" transform=${`translate(${upTitleAt(fontSize)},${at}) rotate(-90)`}>${mathText(text)}${whole(title, text)}</text>`;
}

/** Where the foot of the letters of an upward title stands, in pixels from the left side: letters of mathematics are higher than others. */
export function upTitleAt(fontSize: number): number {
  return Math.ceil(fontSize * 1.1);
}

/** A title as it fits along one side of the picture: about the middle of its axis, or as near to that as it can be. */
function placedTitle(title: string, middle: number, length: number, fontSize: number): { text: string; at: number } {
  const text = fitTitle(title, length - 4, fontSize);
  const half = titleWidth(text, fontSize) / 2 + 2;
  return { text, at: Math.min(length - half, Math.max(half, middle)) };
}

/** What an abbreviated text stands for, shown where the pointer rests on it. */
export function whole(full: string, shown: string): SVGTemplateResult | typeof nothing {
  return full === shown ? nothing : svg`<title>${full}</title>`;
}

/** On the middle of a pixel, so that a hairline stays one. */
export function crisp(at: number): number {
  return Math.floor(at) + 0.5;
}
