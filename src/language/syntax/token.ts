/** The words that start a statement. */
export const statementKeywords = [
  'model',
  'param',
  'let',
  'network',
  'latent',
  'observed',
  'data',
  'weights',
  'fit',
  'view',
] as const;

/** The words inside statements and expressions; `true` and `false` are values, but no more free as names than the others. */
export const innerKeywords = ['for', 'in', 'from', 'columns', 'case', 'else', 'true', 'false'] as const;

export type StatementKeyword = (typeof statementKeywords)[number];
export type Keyword = StatementKeyword | (typeof innerKeywords)[number];

export const symbols = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  ':',
  '=',
  '~',
  '|',
  '+',
  '-',
  '*',
  '/',
  '^',
  '->',
  '..',
] as const;
export type SymbolKind = (typeof symbols)[number];

/** A keyword or a symbol is its own kind. `==` is no part of the language; the parser says what stands in its place. */
export type TokenKind = 'name' | 'number' | 'string' | 'end' | '==' | Keyword | SymbolKind;

/** Usable as a `Span`. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** As written; of a string with its quotes. */
  readonly text: string;
  /** True where no other token stands before it on its line. */
  readonly first: boolean;
  /** True where the lexer has reported a mistake at or just before it, so that the parser need not say more. */
  readonly trouble: boolean;
  /** True where such a mistake stands behind the token before, on its line: that one's statement is the one in trouble. */
  readonly troubleBehind: boolean;
}

const statementSet: ReadonlySet<string> = new Set(statementKeywords);
const keywordSet: ReadonlySet<string> = new Set([...statementKeywords, ...innerKeywords]);

export function isStatementKeyword(kind: string): kind is StatementKeyword {
  return statementSet.has(kind);
}

/** Whether a word is reserved: it cannot be the name of anything. */
export function isKeyword(word: string): word is Keyword {
  return keywordSet.has(word);
}
