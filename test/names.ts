import { readdirSync, readFileSync } from 'node:fs';
import { analyse } from '../src/language/analyse';
import { lex } from '../src/language/syntax/lexer';

/** Names that mean something to JavaScript or to its objects, and nothing to a model. */
export const hostileNames: readonly string[] = [
  ...Object.getOwnPropertyNames(Object.prototype),
  ...['prototype', 'hasOwn', 'create', 'then', 'length', 'name', 'toJSON', 'size', 'get', 'set', 'undefined', 'NaN'],
  ...['Infinity', 'null', 'this', 'arguments', 'eval', 'class', 'await', 'function', 'default', 'end', 'node', 'graph'],
];

const folder = 'media/gallery';

/** The models of the gallery by their file names. */
export const galleryTexts: readonly (readonly [file: string, text: string])[] = readdirSync(folder)
  .filter((file) => file.endsWith('.lvm'))
  .map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')]);

/** Every name that a text gives: of definitions, arguments, indices and labels. */
export function namesIn(text: string): string[] {
  const { symbols, model } = analyse(text);
  const labels = model?.structure.variables.flatMap(({ type }) => type.labels ?? []) ?? [];
  return [...new Set([...symbols.globals.keys(), ...symbols.locals.map(({ name }) => name), ...labels])];
}

/** The text with other names wherever it has those of a map. */
export function renamed(text: string, names: ReadonlyMap<string, string>): string {
  let result = '';
  let end = 0;
  for (const token of lex(text).tokens) {
    const name = token.kind === 'name' ? names.get(token.text) : undefined;
    if (name === undefined) continue;
    result += text.slice(end, token.start) + name;
    end = token.end;
  }
  return result + text.slice(end);
}

/** All names of a text to hostile ones, from one of these on. */
export function allHostile(text: string, first: number): Map<string, string> {
  return new Map(namesIn(text).map((name, i) => [name, hostileNames[(first + i) % hostileNames.length]!]));
}

/**
 * The ways in which a text is renamed: all names at once, to those from each of some places of the list on; and where LVM_ALL_NAMES is set,
 * every name to every hostile one besides, one after the other, which takes many minutes where pictures are compared.
 */
export function changesOf(text: string, places: Iterable<number>): Map<string, string>[] {
  const atOnce = Array.from(places, (first) => allHostile(text, first));
  if (process.env.LVM_ALL_NAMES === undefined) return atOnce;
  return [...atOnce, ...namesIn(text).flatMap((from) => hostileNames.map((to) => new Map([[from, to]])))];
}

/** A value whose texts have marks in place of names, both the old ones and the new: two that are the same up to names become equal. */
export function nameless(value: unknown, names: ReadonlyMap<string, string>): unknown {
  const marks = new Map([...names].flatMap(([from, to], i) => [from, to].map((name) => [name, `‹${i}›`] as const)));
  const words = new RegExp(`(?<![\\p{L}\\p{Nd}_])(?:${[...marks.keys()].join('|')})(?![\\p{L}\\p{Nd}_])`, 'gu');
  const visit = (part: unknown): unknown => {
    if (typeof part === 'string') return part.replace(words, (name) => marks.get(name) ?? name);
    if (Array.isArray(part)) return part.map(visit);
    if (part instanceof Map) return Array.from(part, visit);
    if (typeof part !== 'object' || part === null || ArrayBuffer.isView(part)) return part;
    return Object.entries(part).map(([key, own]) => [visit(key), visit(own)]);
  };
  return visit(value);
}
