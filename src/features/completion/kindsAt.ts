import type { TokenKind } from '../../language/syntax/token';
import type { CallFrame, Frame, RowsFrame } from './frame';
import type { PlaceKind } from './place';
import type { StatementReader } from './reader';

/**
 * What may stand at the place that the reader has reached, the likeliest first.
 * `line` says whether a statement can start there.
 */
export function kindsAt(reader: StatementReader, line: 'margin' | 'start' | null): PlaceKind[] {
  const kinds = reader.keyword === null ? [] : inStatement(reader);
  const fresh = line === 'margin' || (line === 'start' && reader.frames.length === 0);
  if (!fresh) return kinds;
  return wantsOperand(reader.last?.kind) ? [...kinds, 'statement'] : ['statement', ...kinds];
}

/** What may stand in the string that the reader has come to. */
export function kindsInString(reader: StatementReader): PlaceKind[] {
  if (reader.frames.length > 0) return [];
  if (reader.phase === 'from' && reader.file === null) return ['file'];
  return reader.phase === 'columns' ? ['column'] : [];
}

function inStatement(reader: StatementReader): PlaceKind[] {
  if (reader.last?.kind === '->') return ['stage'];
  return reader.top ? insideKinds(reader, reader.top) : outsideKinds(reader);
}

function outsideKinds(reader: StatementReader): PlaceKind[] {
  const last = reader.last?.kind;
  const listed = last === reader.phase || last === '|' || last === ',';
  switch (reader.phase) {
    case 'name':
      return nameKinds(reader);
    case 'head':
      return headKinds(reader);
    case 'domain':
      return last === ':' ? ['domain'] : [];
    case 'parents':
      return listed ? ['parents'] : [];
    case 'value':
      return valueKinds(reader);
    case 'from':
      if (last === 'from') return ['file'];
      return last === 'string' && reader.keyword === 'data' ? [{ word: 'columns' }] : [];
    case 'columns':
      return listed ? ['column'] : [];
    case 'loop':
      return last === 'for' ? ['loop'] : [{ word: 'in' }];
    case 'range':
      return [];
  }
}

function nameKinds({ keyword }: StatementReader): PlaceKind[] {
  switch (keyword) {
    case 'data':
      return ['data-target'];
    case 'view':
      return ['view-target'];
    case 'fit':
      return ['method'];
    case 'weights':
      return [{ word: 'from' }];
    default:
      return [];
  }
}

function headKinds({ keyword }: StatementReader): PlaceKind[] {
  if (keyword === 'data') return [{ word: 'from' }];
  return keyword === 'view' ? [{ word: 'in' }] : [];
}

function valueKinds(reader: StatementReader): PlaceKind[] {
  const last = reader.last?.kind;
  if (!reader.isVariable()) return wantsOperand(last) ? ['expression'] : [];
  if (last === '~') return ['distribution'];
  // What stands outside all brackets of a distribution is the number of copies, behind `^`.
  return wantsOperand(last) ? [] : [{ word: 'for' }];
}

function insideKinds(reader: StatementReader, top: Frame): PlaceKind[] {
  const last = reader.last?.kind;
  switch (top.kind) {
    case 'call':
      return callKinds(reader, top);
    case 'group':
      return last === '(' && inDistribution(reader) ? ['distribution'] : operand(last);
    case 'vector':
      return reader.keyword === 'view' ? [] : operand(last);
    case 'index':
      if (reader.phase !== 'value') return wantsOperand(last) ? ['chain-index'] : [];
      return operand(last);
    case 'subjects':
      return last === 'case' || last === ',' ? ['subject'] : [];
    case 'rows':
      return rowKinds(reader, top);
  }
}

function callKinds(reader: StatementReader, call: CallFrame): PlaceKind[] {
  if (reader.keyword === 'fit') return call.fresh ? ['option'] : [];
  if (reader.phase !== 'value') return [];
  if (call.callee === 'dense') {
    const second = call.name === null ? call.index === 1 : call.name === 'activation';
    return second && wantsOperand(reader.last?.kind) ? ['activation'] : [];
  }
  return call.fresh ? ['argument', 'expression'] : operand(reader.last?.kind);
}

function rowKinds(reader: StatementReader, rows: RowsFrame): PlaceKind[] {
  const last = reader.last?.kind;
  if (rows.phase === 'pattern') return rows.pattern === '' ? ['pattern'] : [];
  return last === ':' && inDistribution(reader) ? ['distribution'] : operand(last);
}

/** Whether a distribution can stand here: not inside any call, vector or index. */
function inDistribution(reader: StatementReader): boolean {
  return reader.isVariable() && reader.frames.every(({ kind }) => kind === 'rows' || kind === 'group');
}

function operand(last: TokenKind | undefined): PlaceKind[] {
  return wantsOperand(last) ? ['expression'] : [];
}

const beforeOperand: ReadonlySet<TokenKind> = new Set<TokenKind>([
  ...(['(', '[', '{', ',', ':', '=', '==', '~', '|', '+', '-', '*', '/', '^', '->', '..'] as const),
  ...(['case', 'in', 'from', 'columns', 'for'] as const),
]);

/** Whether a value must follow a token. */
function wantsOperand(last: TokenKind | undefined): boolean {
  return last !== undefined && beforeOperand.has(last);
}
