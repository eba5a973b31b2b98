import { isComment, isSound, type Piece } from './layout';
import { type Bracket, isOperandEnd, spacesBetween } from './spacing';
import type { Tables } from './tables';

const step = 2;

/** An open bracket, with the indentation of the line that it stands on. */
interface Open extends Bracket {
  readonly indent: number;
}

/** Sets the gaps between the statements, the comments between them, and the top of the text. */
export function setBetween(pieces: readonly Piece[]): void {
  pieces.forEach((piece, i) => {
    const { gap, statement, sourceLines } = piece;
    const before = pieces[i - 1];
    if (gap.fixed || (before && before.statement !== null && before.statement === statement)) return;
    if (statement && !isSound(statement)) {
      gap.fixed = true;
      return;
    }
    gap.spaces = 0;
    if (!before) gap.lines = 0;
    else if (sourceLines > 0) gap.lines = Math.min(sourceLines, 2);
    else setOnLine(before, piece);
  });
}

/** Two neighbours on one line of which at least one is no part of the same statement. */
function setOnLine(before: Piece, piece: Piece): void {
  const { gap } = piece;
  if (before.statement && !isSound(before.statement)) gap.fixed = true;
  else if (isComment(piece)) gap.spaces = before.statement ? 2 : 1;
  else if (isComment(before)) gap.spaces = 1;
  else gap.lines = 1;
}

/** Sets the gaps inside the sound statements: spaces, line ends and indentation. */
export function setInside(pieces: readonly Piece[], tables: Tables): void {
  for (let at = 0; at < pieces.length; ) {
    const { statement } = pieces[at]!;
    let end = at + 1;
    while (end < pieces.length && pieces[end]!.statement === statement) end++;
    if (isSound(statement)) setStatement(pieces.slice(at, end), tables);
    else if (statement) for (const piece of pieces.slice(at + 1, end)) piece.gap.fixed = true;
    at = end;
  }
}

function setStatement(pieces: readonly Piece[], tables: Tables): void {
  const open: Open[] = [];
  let indent = 0;
  let inValue = false;
  pieces.forEach((piece, i) => {
    const before = pieces[i - 1];
    const closing = piece.kind === ')' || piece.kind === ']' || piece.kind === '}';
    if (before && !piece.gap.fixed) {
      const breaks = breaksBefore(before, piece, tables, inValue);
      piece.gap.lines = breaks ? 1 : 0;
      if (breaks) indent = indentOf(piece, open, closing, tables);
      piece.gap.spaces = breaks ? indent : spacesBetween(pieces[i - 2], before, piece, open.at(-1) ?? null);
    }
    if (closing) open.pop();
    if (piece.kind === '(' || piece.kind === '[' || piece.kind === '{') {
      open.push({ at: i, index: piece.kind === '[' && isOperandEnd(before), indent });
    }
    if (open.length === 0 && (piece.kind === '~' || piece.kind === '=')) inValue = true;
  });
}

function breaksBefore(before: Piece, piece: Piece, tables: Tables, inValue: boolean): boolean {
  if (before.kind === 'LineComment') return true;
  const { start } = piece.span;
  if (tables.rowStarts.has(start) || tables.closes.has(start)) return true;
  if (tables.joined.has(start)) return false;
  return inValue && piece.sourceLines > 0 && !staysWith(before, piece);
}

/** Brackets of calls and indices, and commas, stay with what is before them. */
function staysWith(before: Piece, piece: Piece): boolean {
  if (piece.kind === ',' || piece.kind === ':') return true;
  return (piece.kind === '(' && before.kind === 'name') || (piece.kind === '[' && isOperandEnd(before));
}

/** A line starts one step to the right of the line that opened the innermost bracket; the bracket's end below its start. */
function indentOf(piece: Piece, open: readonly Open[], closing: boolean, tables: Tables): number {
  const innermost = open.at(-1);
  if (!innermost) return step;
  return closing || isRowComment(piece, tables) ? innermost.indent + (closing ? 0 : step) : innermost.indent + step;
}

function isRowComment(piece: Piece, { rowStarts }: Tables): boolean {
  return isComment(piece) && !rowStarts.has(piece.span.start);
}
