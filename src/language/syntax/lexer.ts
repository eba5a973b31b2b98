import type { Diagnostic } from './diagnostic';
import { LiteralScanner } from './literalScanner';
import { lookalikes } from './lookalikes';
import { isAsciiNameRest, isAsciiNameStart, isDigit, short, visible } from './scanner';
import type { Span } from './span';
import { isKeyword, type SymbolKind, type Token, type TokenKind } from './token';
import type { Comment } from './tree';

export interface Lexed {
  /** In the order of the text; the last one, and only it, is of kind `end`. */
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Splits a text into tokens in one pass. Total: every text has tokens, and what makes no sense is a diagnostic. */
export function lex(text: string): Lexed {
  const lexer = new Lexer(text);
  const tokens: Token[] = [];
  do tokens.push(lexer.token(tokens.length));
  while (tokens.at(-1)!.kind !== 'end');
  return { tokens, comments: lexer.comments, diagnostics: lexer.diagnostics };
}

/** So many different words are kept once; a text with more is no model, and its words are hardly ever met again. */
const mostWords = 20_000;

/** So many tokens, at the least, are let go at once. */
const mostKept = 256;

const nameStart = /\p{L}/u;
const nameRest = /[\p{L}\p{M}\p{N}_]*/uy;
const space = /\s/u;
const strayAscii: ReadonlySet<number> = new Set([...'!$%&;<>?@\\`'].map((character) => character.charCodeAt(0)));

/** The symbols of one character that begin no longer one, by their code. */
const singles: readonly (SymbolKind | undefined)[] = Array.from({ length: 128 }, (_, code) =>
  (['(', ')', '[', ']', '{', '}', ',', '~', '|', '+', '^'] as const).find((symbol) => symbol.charCodeAt(0) === code),
);

interface Word {
  readonly kind: TokenKind;
  readonly text: string;
}

/** The tokens of a text, made when they are asked for: the parser then never holds more of them than one statement has. */
export class Lexer extends LiteralScanner {
  /** Every word of the text once: equal names are then one string, which is faster to compare and to look up. */
  private readonly words = new Map<string, Word>();
  private forgotten = 0;
  private ended = false;

  /** The token of an index counted from the start of the text; behind the end the last one. It must not have been forgotten. */
  token(index: number): Token {
    const { tokens, text } = this;
    while (this.used <= index - this.forgotten && !this.ended) {
      if (this.at < text.length) {
        this.next(text.charCodeAt(this.at));
      } else {
        this.ended = true;
        this.push('end', text.length, text.length, '');
      }
    }
    return tokens[Math.min(index - this.forgotten, this.used - 1)]!;
  }

  /** Lets go of the tokens before an index, many at a time: whoever asks for further ones may get the same objects again. */
  forget(before: number): void {
    const { tokens } = this;
    const count = before - this.forgotten;
    if (count < mostKept) return;
    for (let at = count; at < this.used; at++) {
      const freed = tokens[at - count]!;
      tokens[at - count] = tokens[at]!;
      tokens[at] = freed;
    }
    this.used -= count;
    this.forgotten = before;
  }

  private next(code: number): void {
    const single = singles[code];
    if (isAsciiNameStart(code)) this.name();
    else if (isDigit(code)) this.number();
    else if (single !== undefined) this.symbol(single);
    else if (code > 127) this.other();
    else this.ascii(code);
  }

  private ascii(code: number): void {
    switch (code) {
      case 10: // line feed
      case 13: // carriage return
        this.at++;
        this.first = true;
        break;
      case 32: // space
      case 9: // tab
      case 11: // vertical tab
      case 12: // form feed
        this.at++;
        break;
      case 42: // *
        if (this.peek() === 42) this.instead('**', '^');
        else this.symbol('*');
        break;
      case 45: // -
        this.symbol(this.peek() === 62 ? '->' : '-');
        break;
      case 61: // =
        this.symbol(this.peek() === 61 ? '==' : '=');
        break;
      case 58: // :
        if (this.peek() === 61) this.push('==', this.at, this.at + 2, ':=');
        else this.symbol(':');
        break;
      case 47: // /
        if (this.peek() === 47) this.lineComment();
        else if (this.peek() === 42) this.blockComment();
        else this.symbol('/');
        break;
      case 46: // .
        this.dot();
        break;
      case 34: // "
      case 39: // '
        if (!this.string(code === 34 ? '"' : "'")) this.stray(this.at + 1);
        break;
      case 35: // #
        this.hash();
        break;
      default:
        this.stray(this.at + 1);
    }
  }

  private dot(): void {
    if (isDigit(this.peek())) this.number();
    else if (this.peek() !== 46) this.stray(this.at + 1);
    else if (this.peek(2) === 46) this.instead('...', '..');
    else this.symbol('..');
  }

  private name(): void {
    const { text } = this;
    const start = this.at;
    let end = start + 1;
    let code = text.charCodeAt(end);
    while (isAsciiNameRest(code)) code = text.charCodeAt(++end);
    if (code > 127) end = this.restOfName(end);
    const word = this.word(text.slice(start, end));
    this.push(word.kind, start, end, word.text);
  }

  private word(written: string): Word {
    const before = this.words.get(written);
    if (before !== undefined) return before;
    const word: Word = { kind: isKeyword(written) ? written : 'name', text: written };
    if (this.words.size < mostWords) this.words.set(written, word);
    return word;
  }

  private restOfName(from: number): number {
    nameRest.lastIndex = from;
    nameRest.test(this.text);
    return nameRest.lastIndex;
  }

  /** A character beyond ASCII. */
  private other(): void {
    const character = String.fromCodePoint(this.text.codePointAt(this.at)!);
    const meant = lookalikes.get(character);
    if (space.test(character) || character === '\uFEFF') {
      this.at++;
    } else if (nameStart.test(character)) {
      const end = this.restOfName(this.at);
      this.push('name', this.at, end, this.text.slice(this.at, end));
    } else if (meant !== undefined) {
      this.instead(character, meant);
    } else if (!this.curlyString(character)) {
      this.stray(this.at + character.length);
    }
  }

  /** Characters without a meaning from here to `end`; those that touch them are the same mistake. */
  private stray(end: number): void {
    const start = this.at;
    while (this.isStray(end)) end += this.text.codePointAt(end)! > 0xffff ? 2 : 1;
    this.at = end;
    this.reportStray({ start, end });
  }

  private isStray(at: number): boolean {
    if (at >= this.text.length) return false;
    const code = this.text.charCodeAt(at);
    if (code <= 127) return strayAscii.has(code) || (code < 32 && (code < 9 || code > 13)) || code === 127;
    const character = String.fromCodePoint(this.text.codePointAt(at)!);
    return (
      !space.test(character) &&
      !nameStart.test(character) &&
      !lookalikes.has(character) &&
      !/[“”\uFEFF]/.test(character)
    );
  }

  private reportStray(span: Span): void {
    const text = short(this.text.slice(span.start, span.end));
    const message =
      text === ';'
        ? '`;` has no meaning here: values are separated by `,`, and a statement needs no mark at its end.'
        : `${visible(text)} has no meaning here; remove it.`;
    this.report('stray-character', span, message, [
      { title: `Remove ${visible(text).replace('The', 'the')}`, edits: [{ span, text: '' }] },
    ]);
  }
}
