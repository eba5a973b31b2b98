import type { Analysis } from '../../language/analysis';
import type { Edit } from '../../language/syntax/diagnostic';
import { lex } from '../../language/syntax/lexer';
import type { Span } from '../../language/syntax/span';
import type { TokenKind } from '../../language/syntax/token';
import type { Statement } from '../../language/syntax/tree';

/** A token or a comment, and the white space before it: all that formatting can change. */
export interface Piece {
  readonly kind: TokenKind | 'LineComment' | 'BlockComment';
  readonly span: Span;
  readonly text: string;
  /** The statement whose span it lies in; null for a comment between statements. */
  readonly statement: Statement | null;
  /** Line ends between it and the piece before, in the source. */
  readonly sourceLines: number;
  /** Where it stands on its line in the source, in code units. */
  readonly sourceColumn: number;
  readonly gap: Gap;
}

/** White space: line ends, then spaces. */
export interface Gap {
  /** Left as it is in the source: inside text that could not be read, and round characters that mean nothing. */
  fixed: boolean;
  lines: number;
  spaces: number;
}

/** The tokens and comments of a text in their order, each with the gap before it as it is in the source. */
export function piecesOf({ text, tree }: Analysis): Piece[] {
  const { tokens, comments } = lex(text);
  const found = [
    ...tokens.filter(({ kind }) => kind !== 'end').map(({ kind, start, end }) => ({ kind, span: { start, end } })),
    ...comments.map(({ kind, span }) => ({ kind, span: withoutBlanks(text, span) })),
  ].sort((a, b) => a.span.start - b.span.start);
  let at = 0;
  let done = 0;
  let line = 0;
  return found.map(({ kind, span }) => {
    while ((tree.statements[at]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) at++;
    const statement = tree.statements[at];
    const white = text.slice(done, span.start);
    line = lineStart(text, done, span.start) ?? line;
    const sourceColumn = span.start - line;
    line = lineStart(text, span.start, span.end) ?? line;
    done = span.end;
    const inside = statement !== undefined && statement.span.start <= span.start;
    const sourceLines = countLines(white);
    const spaces = white.length - (white.lastIndexOf('\n') + 1);
    const gap: Gap = { fixed: /\S/.test(white), lines: sourceLines, spaces };
    const piece = { kind, span, text: text.slice(span.start, span.end), sourceLines, sourceColumn, gap };
    return { ...piece, statement: inside ? statement : null };
  });
}

/** A line comment reaches to the end of its line, blanks and all. */
function withoutBlanks(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** Where the last line starts that starts between two offsets; null where none does. */
function lineStart(text: string, from: number, to: number): number | null {
  const at = text.slice(from, to).search(/[\r\n][^\r\n]*$/);
  return at < 0 ? null : from + at + 1;
}

function countLines(white: string): number {
  return white.split(/\r\n|\r|\n/).length - 1;
}

export function isComment({ kind }: Piece): boolean {
  return kind === 'LineComment' || kind === 'BlockComment';
}

/** Whether the parser understood the statement, so that its inside can be set anew. */
export function isSound(statement: Statement | null): statement is Statement {
  return statement !== null && !statement.broken && statement.kind !== 'Broken';
}

const ascii = /^[\x20-\x7e]*$/;

/** Columns that a piece takes on its (last) line. */
export function width({ text }: Piece): number {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  return ascii.test(line) ? line.length : [...line].length;
}

/** Columns from the start of one piece to the start of a later one; null where a line ends between them. */
export function distance(pieces: readonly Piece[], from: number, to: number): number | null {
  let columns = 0;
  for (let at = from; at < to; at++) {
    const { gap } = pieces[at + 1]!;
    if (gap.lines > 0 || gap.fixed || pieces[at]!.text.includes('\n')) return null;
    columns += width(pieces[at]!) + gap.spaces;
  }
  return columns;
}

/** The edits that make every gap what it should be, and the end of the text one line end. */
export function editsOf({ text }: Analysis, pieces: readonly Piece[], newline: string): Edit[] {
  const edits: Edit[] = [];
  let done = 0;
  for (const { gap, span } of pieces) {
    if (!gap.fixed)
      push(edits, text, { start: done, end: span.start }, newline.repeat(gap.lines) + ' '.repeat(gap.spaces));
    done = span.end;
  }
  const rest = text.slice(done);
  if (endsSoundly(pieces.at(-1)) && !/\S/.test(rest)) push(edits, text, { start: done, end: text.length }, newline);
  return edits;
}

/** Whether the end of the text can be set: it is not in what could not be read, nor in a comment that never ends. */
function endsSoundly(last: Piece | undefined): boolean {
  if (!last) return false;
  if (last.kind === 'BlockComment' && !(last.text.length >= 4 && last.text.endsWith('*/'))) return false;
  return last.statement === null || isSound(last.statement);
}

function push(edits: Edit[], source: string, span: Span, text: string): void {
  if (source.slice(span.start, span.end) !== text) edits.push({ span, text });
}
