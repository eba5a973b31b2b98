import type { Column } from '../model/column';
import type { Model } from '../model/model';
import type { ValueType } from '../model/type';
import type { Diagnostic } from './syntax/diagnostic';
import type { Span } from './syntax/span';
import type { Statement, Tree } from './syntax/tree';

/** All that is known of one text: what the diagnostics, the preview and every language feature read. */
export interface Analysis {
  readonly text: string;
  readonly tree: Tree;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  readonly symbols: Symbols;
  /** null exactly where a diagnostic is an error. Built when it is first asked for. */
  readonly model: Model | null;
}

export type DefinedKind = 'param' | 'let' | 'network' | 'latent' | 'observed' | 'loop' | 'argument';

/** A name that the text defines. */
export interface Defined {
  readonly kind: DefinedKind;
  readonly name: string;
  /** The name at its definitions (a chain has several). */
  readonly spans: readonly Span[];
  /** The statements that define it; for a loop index or a network argument the statement it lives in. */
  readonly statements: readonly Statement[];
  /** null where the statement is too broken to tell. For a chain: the type of one element. */
  readonly type: ValueType | null;
  /** For a chain, its first and last index. */
  readonly range: readonly [number, number] | null;
}

export interface Use {
  readonly span: Span;
  readonly defined: Defined;
}

export interface Symbols {
  readonly globals: ReadonlyMap<string, Defined>;
  /** Loop indices and network arguments. */
  readonly locals: readonly Defined[];
  /** Every place where a defined name is used (definitions not included), in the order of the text. */
  readonly uses: readonly Use[];
  /** For each variable, the names of all variables that it depends on, through lets too; itself not included unless in a cycle. */
  readonly ancestors: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What the host has read of the files that a model names, keyed by the path as written in the model. */
export type DataFiles = ReadonlyMap<string, DataFile>;

export type DataFile =
  | Table
  /** Why it could not be read, as a sentence. */
  | { readonly kind: 'missing'; readonly reason: string };

/** A data file that has been read: all about the columns that were asked for, a little about the others. */
export interface Table {
  readonly kind: 'table';
  /** Of all columns, in the order of the file. */
  readonly names: ReadonlySet<string>;
  readonly rows: number;
  /** The cells of the first few rows as they are written. */
  readonly firstRows: readonly (readonly string[])[];
  /** By name, those that were asked for and are there; each has as many cells as there are rows. */
  readonly columns: ReadonlyMap<string, Column>;
}
