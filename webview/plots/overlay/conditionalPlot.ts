import { nothing, type SVGTemplateResult, svg } from 'lit';
import { whole } from '../axes/axes';
import type { Frame, Size } from '../axes/frame';
import { fitText } from '../text/fitText';
import { bold, nameWidth } from '../text/textWidth';
import type { ConditionalLayout } from './conditional';

/** What the drawing says beside its shape. */
export interface ConditionalWords {
  /** `p(x | z = 0.42) × 0.12` */
  readonly name: string;
  /** The class of the component's colour; `explored` for one that has none. */
  readonly className: string;
  /** For tests and style sheets: the values of z, and where p(x | z) is highest. */
  readonly values: string;
  readonly peak: string;
  readonly factor: number;
}

/** p(x | z) as a line of its own over the picture of x. */
export function conditionalPlot(
  { line, area, name }: ConditionalLayout,
  words: ConditionalWords,
  { size, frame }: { readonly size: Size; readonly frame: Frame },
  fontSize: number,
): SVGTemplateResult {
  const shown = fitText(words.name, (size.width - frame.left - 8) / bold, fontSize);
  const half = nameWidth(shown, fontSize) / 2;
  const left = name === null ? 0 : Math.min(size.width - half - 4, Math.max(frame.left + half + 4, name.left));
  const top = name === null ? 0 : Math.max(fontSize + 1, name.top - 8);
  return svg`<svg class=${`plot conditional ${words.className}`} width=${size.width} height=${size.height}
    viewBox=${`0 0 ${size.width} ${size.height}`} aria-hidden="true">
    <path class="conditional-area" d=${area}></path>
    <path class="conditional-halo" d=${line}></path>
    <path class="conditional-line" data-role="conditional" data-values=${words.values} data-peak=${words.peak}
      data-factor=${words.factor} d=${line}></path>
    ${name === null ? nothing : svg`<text class="name" x=${left} y=${top} text-anchor="middle">${shown}${whole(words.name, shown)}</text>`}
  </svg>`;
}
