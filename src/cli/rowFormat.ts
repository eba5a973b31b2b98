import type { Element } from '../engine/plan/graph';
import type { Variable } from '../model/model';
import type { ValueType } from '../model/type';
import { jsonNumber } from './json';
import { sizeOfType } from './values';

export const rowFormats = ['csv', 'json'] as const;

/** One number of a row: where it is found among the draws, and how it is written. */
interface Cell {
  /** What stands between the number before and this one. */
  readonly before: string;
  /** Index of the element. */
  readonly element: number;
  /** Numbers in a draw of the element. */
  readonly size: number;
  readonly offset: number;
  /** The text of each value, for categories with labels and for booleans. */
  readonly texts: readonly string[] | null;
}

/** How a draw of all variables is written as a line. */
export interface RowFormat {
  /** What stands before the first row. */
  readonly header: string;
  readonly cells: readonly Cell[];
  /** What ends a row. */
  readonly after: string;
  /** A number that JSON lacks. */
  nonFinite(value: number): string;
}

/** The elements of one variable. */
export interface Drawn {
  readonly variable: Variable;
  readonly elements: readonly Element[];
}

/** Comma-separated values: a column for each number, its name in the first line. */
export function csvFormat(drawn: readonly Drawn[]): RowFormat {
  const names: string[] = [];
  const cells: Cell[] = [];
  eachElement(drawn, (element, at) => {
    const { type } = element.variable;
    const size = sizeOfType(type);
    const texts = textsOf(type, (text) => text);
    for (let offset = 0; offset < size; offset++) {
      names.push(element.key + position(offset, type.shape));
      cells.push({ before: cells.length === 0 ? '' : ',', element: at, size, offset, texts });
    }
  });
  return { header: `${names.join(',')}\n`, cells, after: '\n', nonFinite: String };
}

/** An object a line, with the value of each variable: vectors and chains are arrays. */
export function jsonFormat(drawn: readonly Drawn[]): RowFormat {
  const cells: Cell[] = [];
  let before = '{';
  let at = 0;
  drawn.forEach(({ variable: { name, type, range }, elements }, i) => {
    before += `${i === 0 ? '' : ','}${JSON.stringify(name)}:`;
    const texts = textsOf(type, (text) => (type.kind === 'boolean' ? text : JSON.stringify(text)));
    const shape = range === null ? type.shape : [elements.length, ...type.shape];
    const size = sizeOfType(type);
    const total = size * elements.length;
    for (let j = 0; j < total; j++) {
      const opened = before + brackets(j, shape, '[');
      cells.push({ before: opened, element: at + Math.floor(j / size), size, offset: j % size, texts });
      const closed = brackets(total - 1 - j, shape, ']');
      before = j < total - 1 ? `${closed},` : closed;
    }
    at += elements.length;
  });
  return { header: '', cells, after: `${before}}\n`, nonFinite: jsonNumber };
}

/** The lines of the draws from `from` to before `to`. @param draws for each element its draws, one after the other */
export function formatRows(format: RowFormat, draws: readonly Float64Array[], from: number, to: number): string {
  const { cells, after } = format;
  const columns = cells.map(({ element }) => draws[element]!);
  let text = '';
  for (let row = from; row < to; row++) {
    for (let c = 0; c < cells.length; c++) {
      const { before, size, offset, texts } = cells[c]!;
      const value = columns[c]![row * size + offset]!;
      text += before;
      if (texts !== null) text += texts[value]!;
      else text += Number.isFinite(value) ? value : format.nonFinite(value);
    }
    text += after;
  }
  return text;
}

function eachElement(drawn: readonly Drawn[], visit: (element: Element, at: number) => void): void {
  drawn.flatMap(({ elements }) => elements).forEach(visit);
}

/** The text of each value by its number; null where the number itself is the text. */
function textsOf(type: ValueType, quote: (text: string) => string): readonly string[] | null {
  if (type.kind === 'boolean') return ['false', 'true'];
  if (type.kind !== 'category' || type.labels === undefined) return null;
  return ['', ...type.labels.map(quote)];
}

/** `[2]`, `[1][3]`: where the number at a flat offset stands in a value, counted from 1. */
function position(offset: number, shape: readonly number[]): string {
  let rest = offset;
  return [...shape].reduceRight((text, length) => {
    const index = (rest % length) + 1;
    rest = Math.floor(rest / length);
    return `[${index}]${text}`;
  }, '');
}

/** A bracket for every axis that begins at the flat offset (or ends, counted from the end). */
function brackets(offset: number, shape: readonly number[], bracket: string): string {
  let text = '';
  let block = 1;
  for (const length of [...shape].reverse()) {
    block *= length;
    if (offset % block !== 0) break;
    text += bracket;
  }
  return text;
}
