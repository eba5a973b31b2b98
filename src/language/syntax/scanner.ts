import type { Diagnostic, Fix, Severity } from './diagnostic';
import { replacement } from './fixes';
import type { Span } from './span';
import type { Token, TokenKind } from './token';
import type { Comment } from './tree';

/** A text with more mistakes is no model under way, but a file of something else: further ones go unsaid. */
export const mostDiagnostics = 1000;

type MutableToken = { -readonly [Key in keyof Token]: Token[Key] };

/** A place in the text, and the tokens, comments and diagnostics up to there. */
export class Scanner {
  protected at = 0;
  protected first = true;
  protected trouble = false;
  protected troubleBehind = false;
  /** First those that are in use, then those that can be used again: most of what a parser allocates would else be tokens. */
  protected readonly tokens: MutableToken[] = [];
  /** How many tokens are in use. */
  protected used = 0;
  readonly comments: Comment[] = [];
  readonly diagnostics: Diagnostic[] = [];

  constructor(protected readonly text: string) {}

  /** The code of a character further on; NaN behind the end. */
  protected peek(ahead = 1): number {
    return this.text.charCodeAt(this.at + ahead);
  }

  protected push(kind: TokenKind, start: number, end: number, text: string): void {
    const { tokens, first, trouble, troubleBehind } = this;
    const at = this.used++;
    if (at >= tokens.length) {
      tokens.push({ kind, start, end, text, first, trouble, troubleBehind });
    } else {
      const token = tokens[at]!;
      token.kind = kind;
      token.start = start;
      token.end = end;
      token.text = text;
      token.first = first;
      token.trouble = trouble;
      token.troubleBehind = troubleBehind;
    }
    this.at = end;
    this.first = false;
    this.trouble = false;
    this.troubleBehind = false;
  }

  protected symbol(kind: TokenKind): void {
    this.push(kind, this.at, this.at + kind.length, kind);
  }

  protected report(
    code: string,
    span: Span,
    message: string,
    fixes: readonly Fix[],
    severity: Severity = 'error',
  ): void {
    if (this.diagnostics.length < mostDiagnostics) {
      this.diagnostics.push({ code, severity, span, message, fixes, related: [] });
    }
    if (severity !== 'error') return;
    this.trouble = true;
    if (!this.first) this.troubleBehind = true;
  }

  /** A symbol of another language that can only mean one of this one. */
  protected instead(written: string, meant: TokenKind): void {
    const span = { start: this.at, end: this.at + written.length };
    this.report('foreign-symbol', span, `\`${written}\` is written \`${meant}\` here.`, [replacement(span, meant)]);
    this.push(meant, span.start, span.end, written);
  }

  /** Where the line ends that `from` stands on, or `limit` if that comes first. */
  protected lineEnd(from: number, limit = this.text.length): number {
    let end = from;
    while (end < limit) {
      const code = this.text.charCodeAt(end);
      if (code === 10 || code === 13) break;
      end++;
    }
    return end;
  }
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isAsciiNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

export function isAsciiNameRest(code: number): boolean {
  return isAsciiNameStart(code) || isDigit(code);
}

/** A text cut to what fits a message. */
export function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** In backticks; a character that cannot be seen by its code point. */
export function visible(text: string): string {
  const invisible = /[\p{C}\p{Z}]/u.exec(text);
  if (invisible === null) return `\`${text}\``;
  const code = invisible[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return `The character U+${code}`;
}
