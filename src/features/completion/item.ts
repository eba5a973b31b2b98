import type { Edit } from '../../language/syntax/diagnostic';
import type { Span } from '../../language/syntax/span';
import type { Place } from './place';

export type CompletionKind =
  | 'keyword'
  | 'distribution'
  | 'function'
  | 'layer'
  | 'activation'
  | 'domain'
  | 'param'
  | 'let'
  | 'network'
  | 'latent'
  | 'observed'
  | 'index'
  | 'argument'
  | 'label'
  | 'column'
  | 'file'
  | 'method'
  | 'option';

/** One line of the list of completions, as plain data. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label. */
  readonly detail: string;
  /** Markdown; null where it is that of the name that the text defines, which `itemDocumentation` writes when it is looked at. */
  readonly documentation: string | null;
  /** The global name that the item stands for; null for what the language defines. */
  readonly name: string | null;
  readonly insert: string;
  /** Whether `insert` is in the editor's snippet syntax. */
  readonly snippet: boolean;
  /** What `insert` replaces; it contains the cursor. */
  readonly replace: Span;
  /** The list is in the order of these. */
  readonly sort: string;
  /** Changes elsewhere in the text that come with it, such as a new name in the parent list. */
  readonly edits: readonly Edit[];
  /** What the editor should show next. */
  readonly show: 'completion' | 'signature' | null;
}

/** What a provider says of an item; the rest follows from the place. */
export interface Draft {
  readonly label: string;
  readonly kind: CompletionKind;
  readonly detail: string;
  readonly documentation: string | null;
  readonly name?: string;
  /** The label where it is left out. */
  readonly insert?: string;
  readonly snippet?: string;
  readonly edits?: readonly Edit[];
  readonly show?: 'completion' | 'signature';
}

/**
 * Items in the order given. `rank` is the place of the group in the list, 0 for the first: groups are kept apart and
 * the order within them is kept, whatever order the editor would sort the labels into.
 */
export function items(place: Place, rank: number, drafts: readonly Draft[]): CompletionItem[] {
  return drafts.map(({ label, kind, detail, documentation, name, insert, snippet, edits, show }, i) => ({
    label,
    kind,
    detail,
    documentation,
    name: name ?? null,
    insert: snippet ?? insert ?? label,
    snippet: snippet !== undefined,
    replace: place.word,
    sort: `${rank}${String(i).padStart(4, '0')}`,
    edits: edits ?? [],
    show: show ?? null,
  }));
}
