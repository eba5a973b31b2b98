import { fitText } from '../plots/text/fitText';
import type { MathRun } from '../plots/text/math';
import { mathClass } from '../plots/text/mathText';
import { bold, textWidth } from '../plots/text/textWidth';
import { xmlText } from './markup';
import type { LegendEntry, Pieces } from './pieces';
import { fitRuns, runLines, runsWidth } from './runLines';

/** A picture with everything that says what it is. */
export interface Figure extends Pieces {
  readonly title: string;
  /** How the numbers came about; '' where there are none. */
  readonly method: string;
  /** The model's. */
  readonly fileName: string;
  readonly colours: { readonly paper: string; readonly ink: string; readonly quiet: string };
}

const margin = 20;
const sans = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const serif =
  "'STIX Two Text', 'Cambria Math', Cambria, 'Latin Modern Roman', 'Times New Roman', 'Liberation Serif', serif";
const titleSize = 20;
const formulaSize = 16;
const legendSize = 13;
const captionSize = 12;
const narrowest = 320;

/**
 * A figure as a file of its own: title, formula and legend above the picture, the caption below it. It needs nothing
 * from outside, neither styles nor fonts nor images, and says in `title` and `desc` what there is to see.
 */
export function figureSvg(figure: Figure): string {
  const { title, heading, legend, pictures, method, note, fileName, description, colours } = figure;
  const left = Math.min(...pictures.map((piece) => piece.left));
  const top = Math.min(...pictures.map((piece) => piece.top));
  const pictureWidth = Math.max(...pictures.map(({ right }) => right)) - left;
  const pictureHeight = Math.max(...pictures.map(({ bottom }) => bottom)) - top;
  const inner = Math.ceil(Math.max(pictureWidth, narrowest));
  const width = inner + 2 * margin;
  const parts: string[] = [];
  let y = margin;
  for (const line of wrapped(title, inner, titleSize * bold)) {
    y += titleSize * 1.2;
    parts.push(
      `<text x="${margin}" y="${tenth(y)}" font-size="${titleSize}" font-weight="600">${xmlText(line)}</text>`,
    );
  }
  for (const [i, line] of runLines(heading, inner, formulaSize).entries()) {
    y += formulaSize * (i === 0 ? 1.7 : 1.4);
    parts.push(
      `<text x="${margin}" y="${tenth(y)}" font-size="${formulaSize}" font-family="${serif}">${mathMarkup(line)}</text>`,
    );
  }
  if (legend.length > 0) {
    const { markup, height } = legendRows(legend, inner, y + 10, colours.quiet);
    parts.push(markup);
    y += 10 + height;
  }
  y += 12;
  const shift = `translate(${tenth(margin - left + (inner - pictureWidth) / 2)},${tenth(y - top)})`;
  parts.push(`<g transform="${shift}" color="${colours.ink}">${pictures.map(({ markup }) => markup).join('')}</g>`);
  y += pictureHeight + 6;
  for (const line of captionLines([method, note, fileName], inner)) {
    y += captionSize * 1.5;
    parts.push(
      `<text x="${margin}" y="${tenth(y)}" font-size="${captionSize}" fill="${colours.quiet}">${xmlText(line)}</text>`,
    );
  }
  const height = Math.ceil(y + margin);
  const named = [title, plainText(heading)].filter((part) => part !== '').join(': ');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="figure-title figure-description" font-family="${sans}" fill="${colours.ink}">`,
    `<title id="figure-title">${xmlText(named)}</title>`,
    `<desc id="figure-description">${xmlText(description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

function legendRows(
  legend: readonly LegendEntry[],
  width: number,
  top: number,
  ink: string,
): { markup: string; height: number } {
  const step = legendSize * 1.7;
  let x = 0;
  let row = 0;
  const items = legend.map(({ mark, text }) => {
    const indent = mark === '' ? 0 : 22;
    const shown = fitRuns(text, width - indent, legendSize);
    const room = indent + runsWidth(shown, legendSize);
    if (x > 0 && x + room > width) {
      x = 0;
      row++;
    }
    const at = `translate(${tenth(margin + x)},${tenth(top + row * step)})`;
    x += room + 14;
    const full = plainText(text);
    const title = plainText(shown) === full ? '' : `<title>${xmlText(full)}</title>`;
    const label = `<text x="${indent}" y="11" font-size="${legendSize}" fill="${ink}">${mathMarkup(shown)}${title}</text>`;
    return `<g transform="${at}">${mark}${label}</g>`;
  });
  return { markup: items.join(''), height: (row + 1) * step };
}

/** Runs as parts of a text: names in italics, subscripts lowered and put back. */
function mathMarkup(runs: readonly MathRun[]): string {
  let lowered = false;
  return runs
    .map(({ kind, text }) => {
      const shift = kind === 'subscript' ? ' dy="0.28em"' : lowered ? ' dy="-0.2em"' : '';
      lowered = kind === 'subscript';
      const style = mathClass(kind, text).includes('variable') ? ' font-style="italic"' : '';
      const family = kind === 'plain' ? '' : ` font-family="${serif}"`;
      const size = kind === 'subscript' ? ' font-size="0.72em"' : '';
      return shift + style + family + size === ''
        ? xmlText(text)
        : `<tspan${shift}${style}${family}${size}>${xmlText(text)}</tspan>`;
    })
    .join('');
}

function plainText(runs: readonly MathRun[]): string {
  return runs.map(({ text }) => text).join('');
}

/** What is said below a picture, in lines that are broken between one thing and the next where that can be. */
function captionLines(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    if (part === '') continue;
    const last = lines.at(-1);
    const longer = last === undefined ? part : `${last} · ${part}`;
    if (last !== undefined && fits(longer, width, captionSize)) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines.flatMap((line) => wrapped(line, width, captionSize));
}

function fits(text: string, width: number, fontSize: number): boolean {
  return textWidth(text, fontSize) <= width;
}

/** A text in lines that fit, broken at its spaces; a word that is wider than a line is abbreviated. */
function wrapped(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const each of text.split(' ')) {
    const word = fitText(each, width, fontSize);
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && !fits(longer, width, fontSize)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
