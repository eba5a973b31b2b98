import type { Span } from '../../language/syntax/span';
import type { StatementKeyword } from '../../language/syntax/token';
import type { Statement } from '../../language/syntax/tree';
import type { CallFrame, RowsFrame } from './frame';

/** Where in the language the cursor stands, and all that a provider of completions needs to know of the text round it. */
export interface Place {
  /** What the cursor's word is to become; several where the language allows several. */
  readonly kinds: readonly PlaceKind[];
  /** The word that the cursor is in or behind: what a completion replaces. Empty where there is none. */
  readonly word: Span;
  /** The first character behind the word that is no white space on its line; empty at the end of the line. */
  readonly next: string;
  readonly keyword: StatementKeyword | null;
  /** The name that the statement defines or speaks of. */
  readonly name: string | null;
  /** `t` in `z[t]` of the statement's head. */
  readonly index: string | null;
  /** The index that stands behind `for`, before or behind the cursor. */
  readonly loop: string | null;
  /** The arguments of the network that the cursor is in the body of. */
  readonly args: readonly string[];
  /** The other names of the parent list, those behind the cursor too. */
  readonly parents: readonly string[];
  /** The other columns of the list, those behind the cursor too. */
  readonly columns: readonly string[];
  readonly file: string | null;
  /** The call that the cursor is directly inside of, with the names of its other arguments, those behind the cursor too. */
  readonly call: CallFrame | null;
  /** The table in one of whose rows the cursor stands, with the other rows, those behind the cursor too. */
  readonly rows: RowsFrame | null;
  /** The base of the index brackets that the cursor is directly inside of. */
  readonly base: string | null;
  /** True inside a string: what is put in gets no quotes then. */
  readonly quoted: boolean;
  /** The statement that the cursor is in, as the parser saw it. */
  readonly statement: Statement | null;
}

export type PlaceKind =
  /** The keyword of a statement. */
  | 'statement'
  | 'domain'
  | 'parents'
  | 'distribution'
  /** A value: names in scope and calls. */
  | 'expression'
  /** The name of an argument of a call. */
  | 'argument'
  /** Behind `->`. */
  | 'stage'
  | 'activation'
  /** A value of a subject of a table. */
  | 'pattern'
  /** Between `case` and `{`. */
  | 'subject'
  | 'file'
  | 'column'
  | 'method'
  | 'option'
  | 'data-target'
  | 'view-target'
  /** The index behind `for`. */
  | 'loop'
  /** The index of a variable in the head of a statement. */
  | 'chain-index'
  /** A word that goes on with the statement: `for`, `in`, `from`, `columns`. */
  | { readonly word: 'for' | 'in' | 'from' | 'columns' };
