import { insertion, replacement } from './fixes';
import { isAsciiNameRest, isDigit, Scanner, short } from './scanner';

/** Where a text in typographic quotes, or its line, ends. */
const curlyEnd = /["“”\n\r]/g;

/** Tokens and comments of more than a few characters: numbers, texts, comments. */
export class LiteralScanner extends Scanner {
  protected number(): void {
    const start = this.at;
    let end = this.digits(start);
    let pointless = false;
    if (this.text.charCodeAt(end) === 46 && this.text.charCodeAt(end + 1) !== 46) {
      const fraction = this.digits(end + 1);
      pointless = fraction === end + 1;
      end = fraction;
    }
    const digits = end;
    end = this.exponent(start, end);
    const text = this.text.slice(start, end);
    if (pointless) {
      const span = { start, end };
      const message = `\`${text}\` lacks a digit after the point; write \`${text.replace('.', '.0')}\`.`;
      this.report('bare-point', span, message, [replacement(span, text.replace('.', '.0'))], 'warning');
    }
    // Only an exponent or hundreds of digits make a number infinite.
    const large = (end - start > 300 || digits < end) && !Number.isFinite(Number.parseFloat(text));
    if (large) {
      this.report(
        'number-too-large',
        { start, end },
        `\`${short(text)}\` is too large; the largest number is about 1.8e308.`,
        [],
      );
    }
    this.push('number', start, end, text);
  }

  /** The end of the exponent that starts at `end`, or `end` where there is none. */
  protected exponent(start: number, end: number): number {
    const code = this.text.charCodeAt(end);
    if (code !== 69 && code !== 101) return end;
    const sign = this.text.charCodeAt(end + 1);
    const from = sign === 43 || sign === 45 ? end + 2 : end + 1;
    const to = this.digits(from);
    if (to > from) return to;
    // `2e` and `2e-` are numbers under way, `2else` and `2e_x` are not.
    if (isAsciiNameRest(this.text.charCodeAt(from)) || this.text.charCodeAt(from) > 127) return end;
    const span = { start, end: from };
    const mantissa = this.text.slice(start, end);
    const message = `The exponent of \`${this.text.slice(start, from)}\` lacks its digits; write \`${mantissa}e-3\`, for instance.`;
    this.report('incomplete-exponent', span, message, [
      { title: 'Remove the exponent', edits: [{ span, text: mantissa }] },
    ]);
    return from;
  }

  protected digits(from: number): number {
    let end = from;
    while (isDigit(this.text.charCodeAt(end))) end++;
    return end;
  }

  protected lineComment(): void {
    const end = this.lineEnd(this.at);
    this.comments.push({ kind: 'LineComment', span: { start: this.at, end } });
    this.at = end;
  }

  protected hash(): void {
    const span = { start: this.at, end: this.at + 1 };
    const { trouble, troubleBehind } = this;
    this.report('foreign-comment', span, 'A comment starts with `//`, not with `#`.', [replacement(span, '//')]);
    this.trouble = trouble; // what stands around it can be read as it is
    this.troubleBehind = troubleBehind;
    this.lineComment();
  }

  protected blockComment(): void {
    const start = this.at;
    const close = this.text.indexOf('*/', start + 2);
    const end = close < 0 ? this.text.length : close + 2;
    this.comments.push({ kind: 'BlockComment', span: { start, end } });
    if (close < 0) {
      const at = this.lineEnd(start);
      this.report('unclosed-comment', { start, end: start + 2 }, '`/*` is never closed; add `*/`.', [
        insertion(at, ' */'),
      ]);
    } else if (this.lineEnd(start, end) < end) {
      this.first = true;
    }
    this.at = end;
  }

  /** A text in quotes. False where a single quote stands alone. */
  protected string(quote: '"' | "'"): boolean {
    const start = this.at;
    const close = this.text.indexOf(quote, start + 1);
    const line = this.lineEnd(start, close < 0 ? this.text.length : close);
    if (line === close) {
      const end = close + 1;
      if (quote === "'") {
        const edits = [
          { span: { start, end: start + 1 }, text: '"' },
          { span: { start: close, end }, text: '"' },
        ];
        const fix = { title: 'Use double quotes', edits };
        this.report('single-quotes', { start, end }, 'A text stands in double quotes, not in single ones.', [fix]);
      }
      this.push('string', start, end, this.text.slice(start, end));
      return true;
    }
    if (quote === "'") return false;
    const end = this.unclosedEnd(start, line);
    const text = this.text.slice(start, end);
    this.report('unclosed-string', { start, end }, `The text \`${short(text)}\` is never closed; add \`"\`.`, [
      insertion(end, '"'),
    ]);
    this.push('string', start, end, text);
    return true;
  }

  /** Where an unclosed string was probably meant to end: before `columns`, else at the last character of the line. */
  protected unclosedEnd(start: number, line: number): number {
    const text = this.text.slice(start, line);
    const columns = text.search(/\scolumns\s/);
    return start + (columns > 0 ? text.slice(0, columns) : text).trimEnd().length;
  }

  /** A text in typographic quotes. False where there is none. */
  protected curlyString(quote: string): boolean {
    if (quote !== '“' && quote !== '”') return false;
    const start = this.at;
    curlyEnd.lastIndex = start + 1;
    const close = curlyEnd.exec(this.text);
    if (close === null || close[0] === '\n' || close[0] === '\r') return false;
    const span = { start, end: close.index + 1 };
    const text = `"${this.text.slice(start + 1, close.index)}"`;
    this.report('curly-quotes', span, 'A text stands in straight double quotes.', [replacement(span, text)]);
    this.push('string', start, span.end, this.text.slice(start, span.end));
    return true;
  }
}
