import type { Frame } from 'playwright-core';

/** A text or a curve of the panel, its colour as it is on the screen and what it stands on, in 0 … 255. */
export interface Mark {
  readonly kind: 'text' | 'curve';
  /** The text itself, or the curve's role and label. */
  readonly what: string;
  readonly colour: Colour;
  readonly background: Colour;
  readonly contrast: number;
}

export type Colour = readonly [red: number, green: number, blue: number];

/** What the Web Content Accessibility Guidelines ask for at least: 4.5 of text, 3 of graphics. */
export const leastContrast: Readonly<Record<Mark['kind'], number>> = { text: 4.5, curve: 3 };

/** Every text and every curve that the panel shows. */
export async function readMarks(frame: Frame): Promise<Mark[]> {
  const marks = await frame.evaluate(readColours);
  return marks.map((mark) => ({ ...mark, contrast: contrast(mark.colour, mark.background) }));
}

/** The contrast ratio of two colours, from 1 to 21, as WCAG 2.1 defines it. */
export function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Runs in the panel's page. */
function readColours(): Omit<Mark, 'contrast'>[] {
  type Paint = [number, number, number, number];
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const read = (colour: string): Paint => {
    if (canvas === null) throw new Error('There is no canvas to read colours with.');
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = ([r, g, b, alpha]: Paint, [under0, under1, under2]: Colour): Colour => [
    r * alpha + under0 * (1 - alpha),
    g * alpha + under1 * (1 - alpha),
    b * alpha + under2 * (1 - alpha),
  ];
  // Through slots and shadow roots, as the page is painted.
  const around = (element: Element): Element | null => {
    const root = element.getRootNode();
    return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  };
  const behind = (element: Element | null): Colour => {
    if (element === null) return [255, 255, 255];
    return over(read(getComputedStyle(element).backgroundColor), behind(around(element)));
  };
  const opacity = (element: Element | null): number =>
    element === null ? 1 : Number(getComputedStyle(element).opacity) * opacity(around(element));
  const mark = (kind: Mark['kind'], what: string, element: Element, colour: string, share: number) => {
    const background = behind(element);
    const [r, g, b, alpha] = read(colour);
    return { kind, what, colour: over([r, g, b, alpha * share * opacity(element)], background), background };
  };

  const marks: Omit<Mark, 'contrast'>[] = [];
  const panel = document.querySelector('[data-role=panel]');
  if (panel === null) throw new Error('There is no panel.');
  const texts = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    const element = text.assignedSlot ?? text.parentElement;
    const range = document.createRange();
    range.selectNode(text);
    const { width, height } = range.getBoundingClientRect();
    if (element === null || text.data.trim() === '' || width <= 1 || height <= 1) continue;
    if (element.closest('.visually-hidden, style, option') !== null) continue;
    const { color, fill } = getComputedStyle(element);
    marks.push(mark('text', text.data.trim(), element, element instanceof SVGElement ? fill : color, 1));
  }
  // Of infinitely many components a few are drawn as a faint haze, meant to be seen through.
  for (const curve of panel.querySelectorAll<SVGElement>('[data-role=marginal], [data-role=component]:not(.draw)')) {
    const { stroke, strokeOpacity } = getComputedStyle(curve);
    const what = [curve.dataset.role, curve.dataset.label].join(' ').trim();
    marks.push(mark('curve', what, curve, stroke, Number(strokeOpacity)));
  }
  return marks;
}
