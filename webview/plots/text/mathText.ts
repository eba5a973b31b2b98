import { type SVGTemplateResult, svg } from 'lit';
import { type MathRun, mathRuns } from './math';

/** A formula inside an SVG `<text>`: names in italics, subscripts lowered and put back. */
export function mathText(text: string): SVGTemplateResult[] {
  let lowered = false;
  return mathRuns(text).map(({ kind, text: part }) => {
    const shift = kind === 'subscript' ? '0.28em' : lowered ? '-0.2em' : '0';
    lowered = kind === 'subscript';
    return svg`<tspan class=${mathClass(kind, part)} dy=${shift}>${part}</tspan>`;
  });
}

/** The style of a run: indices that are names stand in italics too. */
export function mathClass(kind: MathRun['kind'], text: string): string {
  return kind === 'subscript' && /\p{L}/u.test(text) ? 'subscript variable' : kind;
}
