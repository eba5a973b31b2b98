import type { Diagnostic } from './diagnostic';
import { Lexer } from './lexer';
import { StatementParser } from './parserStatements';
import type { Span } from './span';
import type { Tree } from './tree';

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
  const lexer = new Lexer(text);
  const parser = new StatementParser(text, lexer);
  const statements = parser.statements();
  const { comments, diagnostics } = lexer;
  const tree: Tree = { kind: 'Tree', span: { start: 0, end: text.length }, statements, comments };
  if (diagnostics.length === 0 && parser.diagnostics.length === 0) return { tree, diagnostics: [] };
  const all = [...outside(parser.swallowed, diagnostics), ...parser.diagnostics];
  return { tree, diagnostics: all.sort((a, b) => a.span.start - b.span.start) };
}

/** What the lexer found outside of the spans, which do not overlap; both in the order of the text. */
function outside(spans: readonly Span[], diagnostics: readonly Diagnostic[]): Diagnostic[] {
  let next = 0;
  return diagnostics.filter(({ span }) => {
    while (next < spans.length && spans[next]!.end <= span.start) next++;
    const around = spans[next];
    return around === undefined || span.start <= around.start;
  });
}
