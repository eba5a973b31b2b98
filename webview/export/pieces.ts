import type { MathRun } from '../plots/text/math';
import { markup, xmlText } from './markup';

/** One picture of a view, as markup, and where it stands. */
export interface Piece {
  readonly markup: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a mark of a picture stands for. */
export interface LegendEntry {
  /** The mark, 16 by 12 pixels; '' for none. */
  readonly mark: string;
  readonly text: readonly MathRun[];
}

/** A view taken apart into what a file can hold. */
export interface Pieces {
  /** What lies on top of what, the lowest first. */
  readonly pictures: readonly Piece[];
  readonly legend: readonly LegendEntry[];
  readonly heading: readonly MathRun[];
  /** What is said below the picture of its range. */
  readonly note: string;
  /** The text alternative. */
  readonly description: string;
}

interface Corner {
  readonly left: number;
  readonly top: number;
}

/**
 * Takes the pictures out of a part of the page, which must be laid out in it where there are several, and styled with
 * `present`. Heat maps are canvases in the page and become images.
 */
export function piecesOf(pane: Element): Pieces {
  const origin = pane.getBoundingClientRect();
  const stages = new Set([...pane.querySelectorAll('svg.plot')].map((plot) => plot.parentElement ?? pane));
  const pictures = [...stages].flatMap((stage) => stagePieces(stage, origin));
  return {
    pictures,
    legend: [...pane.querySelectorAll('.legend > li')].map(legendEntry),
    // A chain over time has a heading of its own.
    heading: runsOf(pane.querySelector('.fan-of') ?? pane.querySelector('h2')),
    note: (pane.querySelector('.foot .mass')?.textContent ?? '').replace(/\s+/g, ' ').trim(),
    description: pane.querySelector('[role=figure]')?.getAttribute('aria-label') ?? '',
  };
}

function stagePieces(stage: Element, origin: Corner): Piece[] {
  const corner = cornerOf(stage, origin);
  const heat = [...stage.querySelectorAll<HTMLCanvasElement>(':scope > canvas')].map((canvas) => image(canvas, corner));
  const plots = [...stage.querySelectorAll(':scope > svg.plot')].map((plot): Piece => {
    const { left, top } = cornerOf(plot, origin);
    const [width, height] = [lengthOf(plot, 'width'), lengthOf(plot, 'height')];
    return { markup: markup(plot, { x: left, y: top }), left, top, right: left + width, bottom: top + height };
  });
  return [
    ...heat,
    ...plots,
    ...[...stage.querySelectorAll<HTMLElement>('[data-role=evidence-mark]')].map((mark) => evidence(mark, corner)),
  ];
}

function cornerOf(element: Element, origin: Corner): Corner {
  const { left, top } = element.getBoundingClientRect();
  return { left: tenth(left - origin.left), top: tenth(top - origin.top) };
}

function image(canvas: HTMLCanvasElement, corner: Corner): Piece {
  const { left, top, width, height } = placeOf(canvas, corner);
  const attributes = `x="${left}" y="${top}" width="${width}" height="${height}" preserveAspectRatio="none"`;
  return {
    markup: `<image ${attributes} href="${xmlText(canvas.toDataURL('image/png'))}"/>`,
    left,
    top,
    right: left + width,
    bottom: top + height,
  };
}

/** The line or the point at what was observed, which lies over the picture in the page. */
function evidence(mark: HTMLElement, corner: Corner): Piece {
  const { left, top, height } = placeOf(mark, corner);
  const shape =
    height > 0
      ? `<path d="M${left + 1},${top}v${height}" stroke-width="2" stroke-dasharray="5 4"`
      : `<circle cx="${left}" cy="${top}" r="5" stroke-width="2"`;
  return { markup: `${shape} fill="none" stroke="currentColor"/>`, left, top, right: left + 1, bottom: top + height };
}

/** Where script has put an element that lies in a stage. */
function placeOf({ style }: HTMLElement, { left, top }: Corner): Corner & { width: number; height: number } {
  const pixels = (name: string): number => Number.parseFloat(style.getPropertyValue(name)) || 0;
  return {
    left: tenth(left + pixels('left')),
    top: tenth(top + pixels('top')),
    width: pixels('width'),
    height: pixels('height'),
  };
}

function lengthOf(element: Element, name: string): number {
  return Number(element.getAttribute(name) ?? 0);
}

function legendEntry(item: Element): LegendEntry {
  const key = item.querySelector('svg.key');
  return { mark: key === null ? '' : [...key.children].map((child) => markup(child)).join(''), text: runsOf(item) };
}

/** A text of the page with its formulas, as runs. */
function runsOf(element: Element | null): MathRun[] {
  const runs: MathRun[] = [];
  const visit = (node: Node): void => {
    if (node.nodeType === 3) runs.push({ kind: 'plain', text: node.textContent ?? '' });
    if (node.nodeType !== 1 || (node as Element).localName === 'svg') return;
    const inside = node as Element;
    if (inside.localName === 'sub') runs.push({ kind: 'subscript', text: inside.textContent ?? '' });
    else if (inside.classList.contains('variable')) runs.push({ kind: 'variable', text: inside.textContent ?? '' });
    else for (const child of [...inside.childNodes]) visit(child);
    if (inside.classList.contains('pane-kind')) runs.push({ kind: 'plain', text: '  ' });
  };
  if (element !== null) visit(element);
  return tidy(runs);
}

/** One space for many, and none at the ends. */
function tidy(runs: readonly MathRun[]): MathRun[] {
  const kept: MathRun[] = [];
  for (const { kind, text } of runs) {
    const single = text.replace(/\s+/g, ' ');
    const ends = kept.length === 0 || kept.at(-1)?.text.endsWith(' ') === true;
    const rest = ends ? single.trimStart() : single;
    if (rest !== '') kept.push({ kind, text: rest });
  }
  const last = kept.at(-1);
  if (last !== undefined) kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
  return kept.filter(({ text }) => text !== '');
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
