import type { Token } from '../../language/syntax/token';

/** The brackets and tables that a place in a statement lies inside, as the tokens before it opened them. */
export type Frame = CallFrame | ListFrame | SubjectsFrame | RowsFrame;

/** Inside the brackets of a call: of a distribution, a function, a network, a layer, a domain or `fit`. */
export interface CallFrame {
  readonly kind: 'call';
  readonly callee: string;
  /** Which argument this is, counted from 0. */
  index: number;
  /** How many arguments before this one go by position. */
  unnamed: number;
  /** The names of the arguments that have one, in their order. */
  readonly names: string[];
  /** The name of this argument; null where it goes by position. */
  name: string | null;
  /** True up to the first token of an argument, where a name for it can still be given. */
  fresh: boolean;
}

/** Inside round brackets that only group, inside `[…]` of a vector, or inside the `[…]` of `base[…]`. */
export interface ListFrame {
  readonly kind: 'group' | 'vector' | 'index';
  /** For `base[…]`. */
  readonly base: string | null;
}

/** Between `case` and `{`. */
export interface SubjectsFrame {
  readonly kind: 'subjects';
  /** The first name of each subject, null where it has none yet. */
  readonly subjects: (string | null)[];
}

/** Inside the braces of a `case`. */
export interface RowsFrame {
  readonly kind: 'rows';
  readonly subjects: readonly (string | null)[];
  /** The patterns of the rows that have a colon, as they are written; the one of this row too once its colon stands. */
  readonly rows: (readonly string[])[];
  /** The patterns of this row that are complete. */
  patterns: string[];
  /** The pattern that is being read. */
  pattern: string;
  phase: 'pattern' | 'value';
}

export function callFrame(callee: string): CallFrame {
  return { kind: 'call', callee, index: 0, unnamed: 0, names: [], name: null, fresh: true };
}

export function rowsFrame(subjects: readonly (string | null)[]): RowsFrame {
  return { kind: 'rows', subjects, rows: [], patterns: [], pattern: '', phase: 'pattern' };
}

/** A copy that further reading leaves alone. */
export function copyFrame(frame: Frame): Frame {
  switch (frame.kind) {
    case 'call':
      return { ...frame, names: [...frame.names] };
    case 'subjects':
      return { ...frame, subjects: [...frame.subjects] };
    case 'rows':
      return { ...frame, rows: [...frame.rows], patterns: [...frame.patterns] };
    default:
      return frame;
  }
}

/** Takes a token that stands directly inside the frame and opens or closes nothing. `last` is the token before it. */
export function takeInside(frame: Frame, token: Token, last: Token | null): void {
  if (frame.kind === 'call') takeInCall(frame, token, last);
  else if (frame.kind === 'subjects') takeInSubjects(frame, token);
  else if (frame.kind === 'rows') takeInRows(frame, token);
}

function takeInCall(frame: CallFrame, { kind }: Token, last: Token | null): void {
  frame.fresh = kind === ',';
  if (kind === ',') {
    frame.index++;
    if (frame.name === null) frame.unnamed++;
    frame.name = null;
  } else if ((kind === ':' || kind === '=') && last?.kind === 'name' && frame.name === null) {
    frame.name = last.text;
    frame.names.push(last.text);
  }
}

function takeInSubjects({ subjects }: SubjectsFrame, { kind, text }: Token): void {
  if (kind === ',') subjects.push(null);
  else if (kind === 'name') subjects[subjects.length - 1] ??= text;
}

function takeInRows(frame: RowsFrame, { kind, text }: Token): void {
  if (frame.phase === 'value') {
    if (kind === ',') {
      frame.phase = 'pattern';
      frame.patterns = [];
      frame.pattern = '';
    }
  } else if (kind === ':') {
    frame.patterns.push(frame.pattern);
    frame.rows.push(frame.patterns);
    frame.phase = 'value';
  } else if (kind === ',') {
    // A row that has all its patterns and no colon is left behind.
    if (frame.patterns.length + 1 >= frame.subjects.length) frame.patterns = [];
    else frame.patterns.push(frame.pattern);
    frame.pattern = '';
  } else frame.pattern += text;
}
