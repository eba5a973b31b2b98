import { type SVGTemplateResult, svg } from 'lit';

/** Icons of 16 × 16 units in the colour of the text around them; drawn for this panel. */
function icon(paths: SVGTemplateResult): SVGTemplateResult {
  return svg`<svg class="icon" slot="start" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">${paths}</svg>`;
}

export const resampleIcon = icon(svg`<path d="M13.2 8a5.2 5.2 0 1 1-1.6-3.75M12.4 1.6v3.1H9.3"></path>`);
export const pinIcon = icon(svg`<path d="M5.5 2h5M6.2 2l.3 5-2.3 2.4h7.6L9.5 7l.3-5M8 9.4V14"></path>`);
export const pinnedIcon = icon(
  svg`<path class="solid" d="M5.5 2h5M6.2 2l.3 5-2.3 2.4h7.6L9.5 7l.3-5M8 9.4V14"></path>`,
);
export const copyIcon = icon(svg`<path d="M5.5 5.5h7v8h-7zM3.5 10.5v-8h7"></path>`);
export const playIcon = icon(svg`<path d="M4.5 2.8 12.8 8l-8.3 5.2z"></path>`);
export const pauseIcon = icon(svg`<path d="M5.2 3v10M10.8 3v10"></path>`);
export const stageIcon = icon(svg`<path d="M4 2.8 10.5 8 4 13.2zM13 3v10"></path>`);
export const drawIcon = icon(svg`<path d="M1.8 3.2 7 8l-5.2 4.8zM7.4 3.2 12.6 8l-5.2 4.8zM14.4 3v10"></path>`);
export const stopIcon = icon(svg`<path d="M3.8 3.8h8.4v8.4H3.8z"></path>`);
export const lockedIcon = icon(
  svg`<path class="solid" d="M3.5 7.5h9v6h-9z"></path><path d="M5.3 7.5V5a2.7 2.7 0 0 1 5.4 0v2.5"></path>`,
);
export const unlockedIcon = icon(svg`<path d="M3.5 7.5h9v6h-9zM5.3 7.5V5a2.7 2.7 0 0 1 5.2-1"></path>`);
export const warningIcon = icon(svg`<path d="M8 2 14.5 13.5h-13zM8 6.5v3.4M8 11.6v.4"></path>`);
export const errorIcon = icon(svg`<path d="M8 2a6 6 0 1 0 .01 0M8 4.8v4.2M8 10.8v.4"></path>`);
export const infoIcon = icon(svg`<path d="M8 2a6 6 0 1 0 .01 0M8 7.2v4M8 4.8v.4"></path>`);
export const compareIcon = icon(
  svg`<path d="M1.5 13C4 13 4 4 6.3 4S8.6 13 11 13"></path><path stroke-dasharray="2 1.6" d="M5 13C7.5 13 7.5 4 9.8 4S12 13 14.5 13"></path>`,
);
