import { closest } from './didYouMean';
import { insertion, quoted, replacement, spanOf } from './parserCursor';
import { DefinitionParser } from './parserDefinitions';
import { isKeyword, type Token } from './token';
import type { DataStatement, Identifier, ModelStatement, StringLiteral, WeightsStatement } from './tree';

/** Statements with texts in them: `model`, `data` and `weights`. */
export abstract class FileParser extends DefinitionParser {
  // model = "model" , string ;
  protected model(keyword: Token): ModelStatement {
    const title = this.string('title', 'model "Three bumps"', 'line');
    const span = this.finish(keyword);
    return { kind: 'Model', span, keyword: spanOf(keyword), broken: this.broken, title };
  }

  // data = "data" , name , ( "from" , string , [ columns ] | "=" , expression ) ;
  protected data(keyword: Token): DataStatement {
    const name = this.definedName({ role: 'the observed variable', example: 'data x from "file.csv"', before: 'from' });
    const inline = this.at('=') || this.at('~') || this.at('==') || this.at(':') || this.at('[');
    const value = inline ? this.value() : null;
    const file = inline ? null : this.dataFile();
    const columns = inline ? null : this.columns(file);
    const span = this.finish(keyword);
    return { kind: 'Data', span, keyword: spanOf(keyword), broken: this.broken, name, file, columns, value };
  }

  private dataFile(): StringLiteral | null {
    this.word('from', 'data x from "file.csv"` or `data x = [1.2, 0.7]');
    return this.silent ? null : this.string('file', 'data x from "file.csv"', 'word');
  }

  // columns = "columns" , column , { "," , column } ;
  private columns(file: StringLiteral | null): (Identifier | StringLiteral)[] | null {
    const { token } = this;
    if (this.at('name') && file !== null && !this.atStatement() && closest(token.text, ['columns']) !== null) {
      const message = `${quoted(token.text)} means nothing here; did you mean \`columns\`?`;
      this.report('misspelled-keyword', token, message, [replacement(token, 'columns')]);
      this.take();
    } else if (!this.accept('columns')) {
      return null;
    }
    const columns: (Identifier | StringLiteral)[] = [];
    do {
      if (!this.startsColumn()) {
        const message = `Expected a column after ${quoted(this.previous.text)}: a name, or a text in double quotes${this.found()}.`;
        this.report('expected-column', this.place(), message);
        break;
      }
      columns.push(this.column());
      if (!this.startsColumn() || isKeyword(this.token.kind)) continue;
      const message = `A comma is missing between ${quoted(this.previous.text)} and ${quoted(this.token.text)}; add it.`;
      this.report('missing-comma', this.token, message, [insertion(this.previous.end, ',')]);
    } while (this.accept(',') || (this.startsColumn() && !isKeyword(this.token.kind)));
    return columns;
  }

  private startsColumn(): boolean {
    if (this.at('name')) return !this.atStatement();
    return this.at('string') || this.atMisusedKeyword();
  }

  // column = name | string ;
  private column(): Identifier | StringLiteral {
    const { token } = this;
    if (this.at('string')) return this.stringLiteral(this.take());
    if (!this.at('name')) {
      const message = `\`${token.text}\` is a keyword; write the column in double quotes.`;
      this.report('keyword-as-name', token, message, [replacement(token, `"${token.text}"`)]);
    }
    return this.identifier(this.take());
  }

  // weights = "weights" , "from" , string ;
  protected weights(keyword: Token): WeightsStatement {
    const example = 'weights from "file.safetensors"';
    this.word('from', example);
    const file = this.silent ? null : this.string('file', example, 'word');
    const span = this.finish(keyword);
    return { kind: 'Weights', span, keyword: spanOf(keyword), broken: this.broken, file };
  }

  /** A text in double quotes. Words without quotes are taken for it, up to the end of the word or of the line. */
  private string(what: 'title' | 'file', example: string, upTo: 'word' | 'line'): StringLiteral | null {
    if (this.at('string')) return this.stringLiteral(this.take());
    const { token } = this;
    const message = `Expected a ${what} in double quotes after ${quoted(this.previous.text)}, as in \`${example}\`${this.found()}.`;
    if (this.atEnd() || token.first || this.at('columns')) {
      this.giveUp(`expected-${what}`, this.place(), message);
      return null;
    }
    const rest = upTo === 'word' ? /[^\s,]+/y : /[^\n\r]+/y;
    rest.lastIndex = token.start;
    const written = (rest.exec(this.text)?.[0] ?? token.text).trimEnd();
    const span = { start: token.start, end: token.start + written.length };
    this.report(`expected-${what}`, span, message, [replacement(span, `"${written.replaceAll('"', '')}"`)]);
    this.swallowed.push(span);
    while (!this.at('end') && this.token.start < span.end) this.take();
    const read = this.spanFrom(span.start);
    return { kind: 'String', span: read, value: this.text.slice(read.start, read.end) };
  }

  private stringLiteral({ start, end, text }: Token): StringLiteral {
    const unclosed = text[0] === '"' && (text.length === 1 || !text.endsWith('"'));
    return { kind: 'String', span: { start, end }, value: text.slice(1, unclosed ? undefined : -1) };
  }
}
