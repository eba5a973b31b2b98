import type { Diagnostic, Fix } from './diagnostic';
import { closest } from './didYouMean';
import type { Lexer } from './lexer';
import { mostDiagnostics } from './scanner';
import type { Span } from './span';
import {
  isKeyword,
  isStatementKeyword,
  type StatementKeyword,
  statementKeywords,
  type Token,
  type TokenKind,
} from './token';
import type { Hole, Identifier } from './tree';

/**
 * A place in the tokens, and what every parser method needs there: looking, taking, reporting, and knowing where the next
 * statement starts. It keeps to one message per mistake: nothing is reported twice at one token, nothing at a token
 * where the lexer spoke, and nothing in a statement that was given up.
 */
export class Cursor {
  readonly diagnostics: Diagnostic[] = [];
  /** Whether the statement under way has a problem. */
  protected broken = false;
  protected token: Token;
  /** The token taken last; the first one of the text where none has been. */
  protected previous: Token;
  /** How many tokens have been taken. */
  protected position = 0;
  private reportedAt = -1;
  private givenUp = false;
  /** The last place where a keyword was suspected, and the answer: it is asked for several times in a row. */
  private askedAt = -1;
  private answer: StatementKeyword | null = null;
  /** Keywords that were taken for names: said once, where that happened first. */
  private readonly misused = new Set<string>();
  /** Text that was reported as one mistake, whatever the lexer thinks of it. */
  readonly swallowed: Span[] = [];

  constructor(
    protected readonly text: string,
    private readonly tokens: Lexer,
  ) {
    this.token = tokens.token(0);
    this.previous = this.token;
  }

  // ---------------------------------------------------------------- looking and taking

  protected at(kind: TokenKind): boolean {
    return this.token.kind === kind;
  }

  protected ahead(count = 1): Token {
    return this.tokens.token(this.position + count);
  }

  protected take(): Token {
    const { token } = this;
    if (token.kind === 'end') return token;
    if (token.trouble) this.broken = true;
    this.previous = token;
    this.token = this.tokens.token(++this.position);
    return token;
  }

  protected accept(kind: TokenKind): Token | null {
    return this.token.kind === kind ? this.take() : null;
  }

  /** From a start to the end of the last token taken. */
  protected spanFrom(start: number): Span {
    return { start, end: Math.max(start, this.previous.end) };
  }

  /** The place of something that is missing: empty, right behind the last token. */
  protected hole(): Hole {
    const { end } = this.previous;
    return { kind: 'Hole', span: { start: end, end } };
  }

  // ---------------------------------------------------------------- reporting

  /** Reports a mistake behind which the parser goes on as if it had not been made. */
  protected report(code: string, span: Span, message: string, fixes: readonly Fix[] = [], opener?: Token): void {
    this.broken = true;
    const heard = this.heard();
    this.reportedAt = this.position;
    if (heard || this.diagnostics.length >= mostDiagnostics) return;
    const related = opener ? [{ span: { start: opener.start, end: opener.end }, message: 'It opens here.' }] : [];
    this.diagnostics.push({
      code,
      severity: 'error',
      span: { start: span.start, end: span.end },
      message,
      fixes,
      related,
    });
  }

  /** Whether a mistake here has been reported already, or belongs to one that was. */
  protected heard(): boolean {
    return this.givenUp || this.reportedAt === this.position || this.token.trouble;
  }

  /** What is wrong here follows from what was reported last. */
  protected hush(): void {
    this.reportedAt = this.position;
  }

  /** Reports a mistake behind which the rest of the statement cannot be trusted: nothing more is said of it. */
  protected giveUp(code: string, span: Span, message: string, fixes: readonly Fix[] = []): void {
    this.report(code, span, message, fixes);
    this.givenUp = true;
  }

  protected get silent(): boolean {
    return this.givenUp;
  }

  protected startStatement(): void {
    // The token before is still `previous`.
    this.tokens.forget(this.position - 1);
    this.broken = false;
    this.givenUp = false;
    this.reportedAt = -1;
  }

  /** Where to underline something missing: the token found in its place, or the last one where the statement ends there. */
  protected place(): Span {
    return this.atEnd() || this.token.first ? this.previous : this.token;
  }

  /** `, found x`, or nothing where the statement ends there. */
  protected found(): string {
    return this.atEnd() || this.token.first ? '' : `, found ${quoted(this.token.text)}`;
  }

  // ---------------------------------------------------------------- where statements start

  /** Whether nothing that could belong to the statement follows. */
  protected atEnd(): boolean {
    return this.token.kind === 'end' || this.atStatement();
  }

  /** Whether a statement starts here, be its keyword misspelled. */
  protected atStatement(): boolean {
    return isStatementKeyword(this.token.kind) || this.misspelledKeyword() !== null;
  }

  /** The keyword that the first word of this line was meant to be: two words in a row stand nowhere but at a statement's start. */
  protected misspelledKeyword(): StatementKeyword | null {
    const { token } = this;
    if (token.kind !== 'name' || !token.first) return null;
    if (this.askedAt !== this.position) {
      this.askedAt = this.position;
      this.answer = this.meantKeyword();
    }
    return this.answer;
  }

  private meantKeyword(): StatementKeyword | null {
    const { token } = this;
    const next = this.ahead();
    if (next.first || this.previous.kind === 'data') return null; // `data`, new line, `weight from "…"`
    if (next.kind !== 'name' && next.kind !== 'string' && next.kind !== 'from') return null;
    const keyword = closest(token.text, statementKeywords);
    if (keyword === null || !isStatementKeyword(keyword)) return null;
    if (next.kind === 'string' && keyword !== 'model') return null;
    if (next.kind === 'from' && keyword !== 'weights') return null;
    return keyword;
  }

  /** Whether the keyword here stands where a name should and does not start a statement of its own. */
  protected atMisusedKeyword(): boolean {
    const { token } = this;
    if (!isKeyword(token.kind)) return false;
    if (!isStatementKeyword(token.kind)) return true;
    if (token.first) return false;
    const next = this.ahead();
    if (token.kind === 'model') return next.kind !== 'string';
    if (token.kind === 'weights') return next.kind !== 'from';
    return next.first || next.kind !== 'name';
  }

  protected skipStatement(): void {
    while (!this.atEnd()) this.take();
  }

  // ---------------------------------------------------------------- names

  protected identifier(token: Token): Identifier {
    return { kind: 'Identifier', span: spanOf(token), text: token.text };
  }

  /**
   * A name; null where there is none, which is the caller's to report. A keyword in its place is reported here, and
   * taken for the name, so that its uses make sense. `role`: what it would name, as in `a parameter`.
   */
  protected nameOrKeyword(role: string): Identifier | null {
    if (this.at('name')) return this.identifier(this.take());
    if (!this.atMisusedKeyword()) return null;
    const { token } = this;
    if (this.misused.has(token.kind)) {
      this.broken = true;
    } else {
      this.misused.add(token.kind);
      const message = `\`${token.text}\` is a keyword and cannot be the name of ${role}; choose another name.`;
      this.report('keyword-as-name', token, message);
    }
    return this.identifier(this.take());
  }
}

export function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** In backticks, cut to what fits a message. */
export function quoted(text: string): string {
  return text.length > 30 ? `\`${text.slice(0, 29)}…\`` : `\`${text}\``;
}

export function insertion(at: number, text: string): Fix {
  return { title: `Add \`${text.trim()}\``, edits: [{ span: { start: at, end: at }, text }] };
}

export function replacement(span: Span, text: string): Fix {
  return { title: `Write \`${text}\``, edits: [{ span: { start: span.start, end: span.end }, text }] };
}

export function removal(span: Span, written: string): Fix {
  return { title: `Remove ${quoted(written)}`, edits: [{ span: { start: span.start, end: span.end }, text: '' }] };
}
