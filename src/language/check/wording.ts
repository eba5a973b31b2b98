import { shortened } from '../../model/quote';
import type { Defined } from '../analysis';
import type { Fix } from '../syntax/diagnostic';
import { closest } from '../syntax/didYouMean';
import type { Span } from '../syntax/span';

/** Code in a sentence, on one line and cut where it is long. */
export function code(text: string): string {
  return `\`${shortened(text)}\``;
}

/** `1 row`, `3 rows`. */
export function count(number: number, noun: string): string {
  const plural = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;
}

/** `a, b and c`. */
export function list(words: readonly string[], conjunction = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

const kinds: Record<Defined['kind'], string> = {
  param: 'a parameter',
  let: 'a let',
  network: 'a network',
  latent: 'a latent variable',
  observed: 'an observed variable',
  loop: 'the index of a `for`',
  argument: 'an argument of the network',
};

/** What a name stands for. */
export function kindInWords(kind: Defined['kind']): string {
  return kinds[kind];
}

/** A replacement as a quick fix. */
export function replace(span: Span, text: string, title = `Change to ${code(text)}`): Fix {
  return { title, edits: [{ span, text }] };
}

export function insert(at: number, text: string, title: string): Fix {
  return { title, edits: [{ span: { start: at, end: at }, text }] };
}

/** How many more times the nearest name is looked for in a text; a text of nothing but unknown names must not take forever. */
export interface Suggestions {
  left: number;
}

export const mostSuggestions = 200;

/** The candidate that was probably meant, as the end of a sentence and as a quick fix. */
export function suggest(
  word: string,
  candidates: Iterable<string>,
  span: Span,
  suggestions: Suggestions,
): { readonly hint: string; readonly fixes: readonly Fix[] } {
  const best = suggestions.left-- > 0 ? closest(word, candidates) : null;
  return best === null
    ? { hint: '', fixes: [] }
    : { hint: ` Did you mean ${code(best)}?`, fixes: [replace(span, best)] };
}
