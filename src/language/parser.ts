import type { Diagnostic } from './diagnostic';
import { lex } from './lexer';
import { StatementParser } from './parserStatements';
import type { Statement, Tree } from './tree';

export interface Parsed {
  readonly tree: Tree;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The syntax tree of a text. Total and linear: every text has a tree, and what could not be read is a diagnostic,
 * one for each mistake. The whole grammar stands in `media/docs/grammar.ebnf`, and each production above the method that reads it.
 */
export function parse(text: string): Parsed {
  const { tokens, comments, diagnostics } = lex(text);
  const parser = new StatementParser(text, tokens);
  const statements = parser.statements();
  const tree: Tree = { kind: 'Tree', span: { start: 0, end: text.length }, statements, comments };
  if (diagnostics.length === 0 && parser.diagnostics.length === 0) return { tree, diagnostics: [] };
  const all = [...outsideBroken(diagnostics, statements), ...parser.diagnostics];
  return { tree, diagnostics: all.sort((a, b) => a.span.start - b.span.start) };
}

/** Text that starts no statement is one mistake: what the lexer found inside goes without saying. */
function outsideBroken(diagnostics: readonly Diagnostic[], statements: readonly Statement[]): Diagnostic[] {
  const broken = statements.filter(({ kind }) => kind === 'Broken');
  let next = 0;
  return diagnostics.filter(({ span }) => {
    while (next < broken.length && broken[next]!.span.end <= span.start) next++;
    const around = broken[next];
    return around === undefined || span.start <= around.span.start;
  });
}
