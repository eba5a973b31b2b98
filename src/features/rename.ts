import type { Analysis, Defined } from '../language/analysis';
import type { Edit } from '../language/syntax/diagnostic';
import type { Span } from '../language/syntax/span';
import { isKeyword } from '../language/syntax/token';
import { activationNames } from './docs/dense';
import { familyNames } from './docs/family';
import { functionNames } from './docs/function';
import { allDefined, occurrences, symbolAt } from './symbolAt';

/** What stands under the cursor before a rename, or why it cannot be renamed. */
export type RenameTarget =
  | { readonly kind: 'name'; readonly span: Span; readonly name: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** The edits of a rename, or why the new name will not do. */
export type Rename =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** Tells whether the word at the offset can be renamed, and which characters the editor should select. */
export function prepareRename(analysis: Analysis, offset: number): RenameTarget {
  const found = symbolAt(analysis, offset);
  if (found) return { kind: 'name', span: found.span, name: found.defined.name };
  const word = wordAt(analysis.text, offset);
  return { kind: 'refused', reason: word === '' ? 'There is no name here.' : refusal(word) };
}

/**
 * The edits that give the name at the offset a new name everywhere.
 * It is refused where the new name is no name of the language, or would be confused with another one.
 */
export function rename(analysis: Analysis, offset: number, newName: string): Rename {
  const target = prepareRename(analysis, offset);
  const found = symbolAt(analysis, offset);
  if (target.kind === 'refused' || !found) {
    return { kind: 'refused', reason: target.kind === 'refused' ? target.reason : 'There is no name here.' };
  }
  const name = newName.trim();
  const reason = invalid(name, found.defined) ?? clash(analysis, found.defined, name);
  if (reason !== null) return { kind: 'refused', reason };
  const edits = occurrences(analysis, found.defined).map(({ span }) => ({ span, text: name }));
  return { kind: 'edits', edits };
}

function refusal(word: string): string {
  if (isKeyword(word)) return `${word} is a word of the language and cannot be renamed.`;
  if (reserved.has(word)) return `${word} is built in and cannot be renamed.`;
  return `${word} is not defined in this model, so there is nothing to rename.`;
}

const reserved: ReadonlySet<string> = new Set([...familyNames, ...functionNames, ...activationNames, 'dense']);

/** Names that a call would take for something built in; only a network is called. */
const callable: ReadonlySet<string> = new Set([...familyNames, ...functionNames, 'dense']);

const nameForm = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

function invalid(name: string, { kind }: Defined): string | null {
  if (name === '') return 'Type a new name.';
  if (isKeyword(name)) return `${name} is a word of the language. Choose another name.`;
  if (!nameForm.test(name)) {
    return `${name} is no name: a name is made of letters, digits and _ and does not start with a digit.`;
  }
  if (kind === 'network' && callable.has(name)) return `${name} is built in. Choose another name.`;
  return null;
}

function clash(analysis: Analysis, defined: Defined, name: string): string | null {
  if (name === defined.name) return null;
  for (const other of allDefined(analysis)) {
    if (other.name === name && meet(analysis, defined, other)) {
      return `${name} is already the name of ${article(other.kind)} here. Choose another name.`;
    }
  }
  return null;
}

function isLocal({ kind }: Defined): boolean {
  return kind === 'loop' || kind === 'argument';
}

/**
 * Whether two names would be confused if they were alike: two globals always; two locals in one statement; a local and
 * a global where the global stands in the local's statement, in which the local would hide it.
 */
function meet({ symbols }: Analysis, a: Defined, b: Defined): boolean {
  if (!isLocal(a) && !isLocal(b)) return true;
  const [local, other] = isLocal(a) ? [a, b] : [b, a];
  return local.statements.some(
    (statement) =>
      other.statements.includes(statement) ||
      symbols.uses.some(
        ({ span, defined }) =>
          defined === other && statement.span.start <= span.start && span.end <= statement.span.end,
      ),
  );
}

function article(kind: Defined['kind']): string {
  const words = {
    param: 'a param',
    let: 'a let',
    network: 'a network',
    latent: 'a latent variable',
    observed: 'an observed variable',
    loop: 'an index',
    argument: 'an argument of a network',
  };
  return words[kind];
}

function wordAt(text: string, offset: number): string {
  const before = /[\p{L}\p{M}\p{N}_]*$/u.exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? '';
  const after = /^[\p{L}\p{M}\p{N}_]*/u.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  return before + after;
}
