import { closest } from '../language/syntax/didYouMean';
import { shortened } from '../model/quote';
import type { ValueType } from '../model/type';
import { meant } from './arguments';
import { badUsage } from './failure';
import { toJson } from './json';

/** A value that was read from JSON, and where it stood: `x in evidence.json`. */
interface Written {
  readonly value: unknown;
  readonly where: string;
}

/** How many numbers a value has. */
export function sizeOfType({ shape }: ValueType): number {
  return shape.reduce((product, length) => product * length, 1);
}

/**
 * Reads a value of a variable: a number, `true` or `false`, a label; for a vector an array of them, for a matrix an array of its
 * rows. Categories become their codes from 1, booleans 1 and 0.
 * @param shape of what is read: that of the type, or the rest of it below some axes
 * @returns its numbers, row by row
 * @throws Failure where it is anything else
 */
export function readValue(value: unknown, type: ValueType, where: string, shape = type.shape): number[] {
  const [length, ...rest] = shape;
  if (length === undefined) return [readNumber({ value, where }, type)];
  if (!Array.isArray(value) || value.length !== length) {
    const what = rest.length === 0 ? 'numbers' : `rows of ${rest.join(' × ')} numbers`;
    throw badUsage(`${where} is ${shown(value)}, and must be an array of ${length} ${what}.`);
  }
  return value.flatMap((item: unknown, i) => readValue(item, type, `${where}, entry ${i + 1}`, rest));
}

function readNumber(written: Written, type: ValueType): number {
  switch (type.kind) {
    case 'real':
    case 'integer':
      return readReal(written);
    case 'boolean':
      return readBoolean(written);
    case 'category':
      return readCategory(written, type);
  }
}

function readReal({ value, where }: Written): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw badUsage(`${where} is ${shown(value)}, and must be a finite number.`);
}

function readBoolean({ value, where }: Written): number {
  if (value === true || value === 1 || value === 'true') return 1;
  if (value === false || value === 0 || value === 'false') return 0;
  throw badUsage(`${where} is ${shown(value)}, and must be true or false.`);
}

function readCategory({ value, where }: Written, { labels, count }: ValueType): number {
  const code = typeof value === 'string' ? (labels?.indexOf(value) ?? -1) + 1 || Number(value) : value;
  if (typeof code === 'number' && Number.isInteger(code) && code >= 1 && code <= (count ?? 0)) return code;
  if (labels === undefined) throw badUsage(`${where} is ${shown(value)}, and must be a category from 1 to ${count}.`);
  const near = typeof value === 'string' ? closest(value, labels) : null;
  throw badUsage(`${where} is ${shown(value)}, and must be one of ${listed(labels)}.${meant(near)}`);
}

/** The first of some names, as they can stand in a sentence. */
export function listed(labels: readonly string[]): string {
  const shown = labels
    .slice(0, 12)
    .map((label) => shortened(label))
    .join(', ');
  return labels.length > 12 ? `${shown}, …` : shown;
}

/** A value as it stands in the JSON, cut where it is long. */
function shown(value: unknown): string {
  return shortened(typeof value === 'number' ? toJson(value) : (JSON.stringify(value) ?? 'nothing'));
}
