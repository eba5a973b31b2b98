import { type CompletionItem, completion } from '../../src/features/completion';
import type { DataFile, DataFiles } from '../../src/language/analysis';
import { tableOf } from '../files/tables';
import { applyEdits } from '../language/harness';
import { analysed, cursor } from './cursor';

export interface World {
  readonly files?: readonly string[];
  readonly data?: DataFiles;
  readonly trigger?: string;
}

/** A table of text cells, by column. */
export function table(columns: Readonly<Record<string, readonly string[]>>): DataFile {
  return tableOf(columns);
}

/** What can be put in at the cursor `<|>`, in the order of the list. */
export function complete(source: string, { files = [], data = new Map(), trigger }: World = {}): CompletionItem[] {
  const { analysis, offset } = analysed(source, data);
  const found = completion(analysis, offset, { files, data }, trigger ?? null);
  return found.sort((a, b) => (a.sort < b.sort ? -1 : 1));
}

export function labels(source: string, world?: World): string[] {
  return complete(source, world).map(({ label }) => label);
}

/** The labels of one kind. */
export function ofKind(kind: CompletionItem['kind'], source: string, world?: World): string[] {
  return complete(source, world)
    .filter((item) => item.kind === kind)
    .map(({ label }) => label);
}

/** The item with the label. Throws where there is none, or several. */
export function item(label: string, source: string, world?: World): CompletionItem {
  const found = complete(source, world).filter((candidate) => candidate.label === label);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} items ${label} at ${JSON.stringify(source)}`);
  return found[0];
}

/** The text after the item is accepted and its stops are left as they come. */
export function accept(label: string, source: string, world?: World): string {
  const { insert, snippet, replace, edits } = item(label, source, world);
  const text = snippet ? expand(insert) : insert;
  return applyEdits(cursor(source).text, [...edits, { span: replace, text }]);
}

/** A snippet with its stops left as they come. */
export function expand(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\([$}\\])/g, '$1');
}
