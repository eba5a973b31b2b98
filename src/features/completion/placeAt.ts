import type { Analysis } from '../../language/analysis';
import { lex } from '../../language/syntax/lexer';
import type { Span } from '../../language/syntax/span';
import type { Token } from '../../language/syntax/token';
import type { Statement } from '../../language/syntax/tree';
import { commentAt } from '../nodeAt';
import { lastStartingBy } from '../symbolAt';
import type { CallFrame, Frame, RowsFrame } from './frame';
import { copyFrame } from './frame';
import { kindsAt, kindsInString } from './kindsAt';
import type { Place } from './place';
import { isWord, StatementReader } from './reader';

/** Finds out where the cursor stands; null where nothing can be completed: in a comment, in a number, in a title. */
export function placeAt(analysis: Analysis, offset: number): Place | null {
  if (commentAt(analysis, offset)) return null;
  const tokens = tokensAround(analysis, offset);
  const touched = tokens.find(({ start, end }) => start < offset && offset <= end) ?? null;
  if (touched?.kind === 'number') return null;
  const string = touched?.kind === 'string' && inside(touched, offset) ? touched : null;
  const word = wordSpan(touched, string, offset);
  const from = string?.start ?? word.start;
  const reader = new StatementReader();
  for (const token of tokens) if (token.end <= from) reader.take(token);
  const kinds = string ? kindsInString(reader) : kindsAt(reader, newLine(analysis.text, reader.last, word.start));
  if (kinds.length === 0) return null;
  const { phase, loop } = reader;
  const live = [...reader.frames];
  const now = live.map(copyFrame);
  const to = string?.end ?? word.end;
  for (const token of tokens) if (token.start >= to) reader.take(token);
  return {
    kinds,
    word,
    next: nextCharacter(analysis.text, to),
    keyword: reader.keyword,
    name: reader.name,
    index: reader.index,
    loop: phase === 'loop' && loop === null ? null : reader.loop,
    args: reader.args,
    parents: reader.parents,
    columns: reader.columns,
    file: reader.file,
    call: callHere(now.at(-1), live.at(-1)),
    rows: rowsHere(now, live),
    base: baseHere(now.at(-1)),
    quoted: string !== null,
    statement: statementHere(analysis, offset),
  };
}

/** A reader that has read the cursor's statement up to the cursor. */
export function readerAt(analysis: Analysis, offset: number): StatementReader {
  const reader = new StatementReader();
  for (const token of tokensAround(analysis, offset)) if (token.end <= offset) reader.take(token);
  return reader;
}

/** The tokens of the statement before the cursor and of what follows it up to the next statement, at their places in the text. */
export function tokensAround(analysis: Analysis, offset: number): Token[] {
  const { statements } = analysis.tree;
  let at = indexBefore(statements, offset);
  const end = statements[at + 1]?.span.start ?? analysis.text.length;
  // Text without a keyword goes on with the statement before it, as far as a completion is concerned.
  while (at > 0 && statements[at]!.kind === 'Broken') at--;
  const start = statements[at]?.span.start ?? 0;
  return lex(analysis.text.slice(start, end))
    .tokens.filter(({ kind }) => kind !== 'end')
    .map((token) => ({ ...token, start: token.start + start, end: token.end + start }));
}

function indexBefore(statements: readonly Statement[], offset: number): number {
  const last = lastStartingBy(statements, offset - 1);
  return last ? statements.indexOf(last) : -1;
}

/** The statement that the cursor is in or behind, on whatever line. */
function statementHere(analysis: Analysis, offset: number): Statement | null {
  const { statements } = analysis.tree;
  let at = indexBefore(statements, offset);
  while (at > 0 && statements[at]!.kind === 'Broken') at--;
  return statements[at] ?? null;
}

function inside({ text, start, end }: Token, offset: number): boolean {
  const closed = text.length > 1 && text.endsWith('"');
  return closed ? start < offset && offset < end : start < offset;
}

function wordSpan(touched: Token | null, string: Token | null, offset: number): Span {
  if (string) {
    const closed = string.text.length > 1 && string.text.endsWith('"');
    return { start: string.start + 1, end: closed ? string.end - 1 : Math.max(string.end, offset) };
  }
  return isWord(touched) ? { start: touched.start, end: touched.end } : { start: offset, end: offset };
}

/**
 * Whether a new statement can start here: `start` where nothing stands before it on its line, `margin` where it stands
 * at the very start of one.
 */
function newLine(text: string, last: Token | null, start: number): 'margin' | 'start' | null {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  if (start === line) return 'margin';
  return (last === null || last.end < line) && text.slice(line, start).trim() === '' ? 'start' : null;
}

/** How far ahead the line is looked at. */
const lookAhead = 200;

function nextCharacter(text: string, from: number): string {
  return /^[^\S\r\n]*(\S?)/.exec(text.slice(from, from + lookAhead))?.[1] ?? '';
}

/** The call as it is at the cursor, with the names that its arguments have in the end. */
function callHere(now: Frame | undefined, live: Frame | undefined): CallFrame | null {
  if (now?.kind !== 'call' || live?.kind !== 'call') return null;
  return { ...now, names: live.names };
}

/** The innermost table as it is at the cursor, with the rows that it has in the end. */
function rowsHere(now: readonly Frame[], live: readonly Frame[]): RowsFrame | null {
  const at = now.findLastIndex(({ kind }) => kind === 'rows');
  const [before, after] = [now[at], live[at]];
  if (before?.kind !== 'rows' || after?.kind !== 'rows') return null;
  return { ...before, rows: after.rows };
}

function baseHere(frame: Frame | undefined): string | null {
  return frame?.kind === 'index' ? frame.base : null;
}
