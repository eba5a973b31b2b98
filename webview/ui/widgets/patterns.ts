import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { colourClass, colourCount } from '../../plots/axes/colours';

/** What each colour's hatching is drawn with, in a square of 8 pixels: no two look alike without colour. */
const strokes = [
  'M-2,2l4,-4M0,8l8,-8M6,10l4,-4',
  'M-2,6l4,4M0,0l8,8M6,-2l4,4',
  'M0,4h8',
  'M4,0v8',
  'M0,4h8M4,0v8',
  'M0,8l8,-8M0,0l8,8',
  'M2,2h0M6,6h0',
  'M0,2h8M0,6h8',
];

/**
 * Hatchings for high-contrast themes, where colour must not be the only thing that tells components apart. The style
 * sheet fills with `url(#hatch-0)` and so on there, and nowhere else.
 */
export const patterns: TemplateResult = html`<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
  <defs>${Array.from({ length: colourCount }, (_, i) => hatch(i))}</defs>
</svg>`;

function hatch(index: number): SVGTemplateResult {
  return svg`<pattern id=${`hatch-${index}`} class=${colourClass(index)} width="8" height="8" patternUnits="userSpaceOnUse">
    <path class="hatch" d=${strokes[index] ?? ''}></path>
  </pattern>`;
}
