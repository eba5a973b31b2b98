import { isKeyword, isStatementKeyword, type StatementKeyword, type Token } from '../../language/syntax/token';
import { callFrame, type Frame, rowsFrame, takeInside } from './frame';

/** The part of a statement, outside all brackets, that the tokens so far have reached. */
export type Phase =
  /** Behind the keyword: the name, title, method or target of the statement. */
  | 'name'
  /** Behind the name. */
  | 'head'
  | 'domain'
  | 'parents'
  /** Behind `~`, or behind `=`. */
  | 'value'
  | 'from'
  | 'columns'
  /** Behind `for`, and behind `in`. */
  | 'loop'
  | 'range';

/** Names and keywords. */
export function isWord(token: Token | null): token is Token {
  return token !== null && (token.kind === 'name' || isKeyword(token.kind));
}

/** What stands between the quotes of a string token; the closing one may be missing. */
export function unquoted(text: string): string {
  return text.replace(/^"/, '').replace(/"$/, '');
}

/**
 * Reads one statement token by token and knows at every moment what may come next. It is not the parser: it never
 * fails, needs no closing bracket and builds no tree, which is what half-typed text asks for.
 */
export class StatementReader {
  keyword: StatementKeyword | null = null;
  phase: Phase = 'name';
  /** The name that the statement defines or speaks of. */
  name: string | null = null;
  /** The first name in the brackets behind it: `t` in `z[t]`. */
  index: string | null = null;
  file: string | null = null;
  loop: string | null = null;
  readonly parents: string[] = [];
  readonly columns: string[] = [];
  /** The arguments of a network. */
  readonly args: string[] = [];
  readonly frames: Frame[] = [];
  last: Token | null = null;

  get top(): Frame | null {
    return this.frames.at(-1) ?? null;
  }

  isVariable(): boolean {
    return this.keyword === 'latent' || this.keyword === 'observed';
  }

  take(token: Token): void {
    const { top } = this;
    if (!this.takeBracket(token)) {
      if (top) takeInside(top, token, this.last);
      else this.takeOutside(token);
    }
    if (this.phase === 'head' && top && this.frames.length === 1 && token.kind === 'name') {
      if (top.kind === 'index') this.index ??= token.text;
      else this.args.push(token.text);
    }
    this.last = token;
  }

  private takeBracket({ kind }: Token): boolean {
    switch (kind) {
      case 'case':
        this.open({ kind: 'subjects', subjects: [null] });
        return true;
      case '(':
        this.open(isWord(this.last) ? callFrame(this.last.text) : { kind: 'group', base: null });
        return true;
      case '[':
        this.open(this.opensIndex() ? { kind: 'index', base: this.base() } : { kind: 'vector', base: null });
        return true;
      case '{':
        this.openRows();
        return true;
      case ')':
        this.close((frame) => frame.kind === 'call' || frame.kind === 'group');
        return true;
      case ']':
        this.close((frame) => frame.kind === 'vector' || frame.kind === 'index');
        return true;
      case '}':
        this.close((frame) => frame.kind === 'rows');
        return true;
      default:
        return false;
    }
  }

  private open(frame: Frame): void {
    if (this.top?.kind === 'call') this.top.fresh = false;
    this.frames.push(frame);
  }

  private openRows(): void {
    const at = this.frames.findLastIndex(({ kind }) => kind === 'subjects');
    const found = this.frames[at];
    if (at >= 0) this.frames.length = at;
    this.frames.push(rowsFrame(found?.kind === 'subjects' ? found.subjects : [null]));
  }

  /** Closes the innermost bracket of the kind and all that is open inside it; a bracket that was never opened closes nothing. */
  private close(matches: (frame: Frame) => boolean): void {
    const at = this.frames.findLastIndex(matches);
    if (at >= 0) this.frames.length = at;
  }

  private opensIndex(): boolean {
    const kind = this.last?.kind;
    return kind === 'name' || kind === ')' || kind === ']' || kind === '}';
  }

  private base(): string | null {
    return this.last?.kind === 'name' ? this.last.text : null;
  }

  private takeOutside(token: Token): void {
    const { kind, text } = token;
    if (this.keyword === null) {
      if (isStatementKeyword(kind)) this.keyword = kind;
    } else if (kind === 'string') this.takeString(unquoted(text));
    else if (isWord(token)) this.takeWord(token);
    else this.takeSymbol(kind);
  }

  private takeSymbol(kind: string): void {
    if (kind === '|' && this.phase !== 'value') this.phase = 'parents';
    else if (kind === '~' && this.isVariable()) this.phase = 'value';
    else if (kind === '=' && this.phase !== 'value' && !this.isVariable()) this.phase = 'value';
    else if (kind === ':' && this.keyword === 'param' && this.phase === 'head') this.phase = 'domain';
  }

  private takeWord({ kind, text }: Token): void {
    if (kind === 'for' && this.isVariable()) this.phase = 'loop';
    else if (kind === 'in' && (this.phase === 'loop' || this.keyword === 'view')) this.phase = 'range';
    else if (kind === 'from' && (this.keyword === 'data' || this.keyword === 'weights')) this.phase = 'from';
    else if (kind === 'columns' && this.phase === 'from') this.phase = 'columns';
    else if (this.phase === 'name') {
      this.name = text;
      this.phase = 'head';
    } else if (this.phase === 'parents') this.parents.push(text);
    else if (this.phase === 'columns') this.columns.push(text);
    else if (this.phase === 'loop') this.loop ??= text;
  }

  private takeString(value: string): void {
    if (this.phase === 'from') this.file ??= value;
    else if (this.phase === 'columns') this.columns.push(value);
  }
}
