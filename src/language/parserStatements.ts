import { closest } from './didYouMean';
import { insertion, quoted, replacement, spanOf } from './parserCursor';
import { FileParser } from './parserFiles';
import { type StatementKeyword, statementKeywords, type Token } from './token';
import type { FitOption, FitStatement, Statement, ViewStatement } from './tree';

/** All statements, and the text between them. */
export class StatementParser extends FileParser {
  // file = { statement } ;
  // statement = model | param | let | network | variable | data | weights | fit | view ;
  statements(): Statement[] {
    const statements: Statement[] = [];
    while (!this.at('end')) statements.push(this.atStatement() ? this.statement() : this.stray());
    return statements;
  }

  private statement(): Statement {
    this.startStatement();
    const misspelled = this.misspelledKeyword();
    if (misspelled !== null) {
      const message = `${quoted(this.token.text)} starts no statement; did you mean \`${misspelled}\`?`;
      this.report('misspelled-keyword', this.token, message, [replacement(this.token, misspelled)]);
    }
    const keyword = this.take();
    this.broken = misspelled !== null; // trouble before the keyword is not this statement's
    return this.body(keyword, misspelled ?? (keyword.kind as StatementKeyword));
  }

  private body(keyword: Token, kind: StatementKeyword): Statement {
    switch (kind) {
      case 'model':
        return this.model(keyword);
      case 'param':
        return this.param(keyword);
      case 'let':
        return this.let(keyword);
      case 'network':
        return this.network(keyword);
      case 'latent':
      case 'observed':
        return this.variable(keyword, kind);
      case 'data':
        return this.data(keyword);
      case 'weights':
        return this.weights(keyword);
      case 'fit':
        return this.fit(keyword);
      case 'view':
        return this.view(keyword);
    }
  }

  // fit = "fit" , name , [ "(" , [ option , { "," , option } ] , ")" ] ;
  private fit(keyword: Token): FitStatement {
    const { token } = this;
    const method = this.at('name') && !this.atStatement() ? this.identifier(this.take()) : null;
    if (method === null) {
      const message = `Expected a method after \`fit\`: \`em\`, \`gradient\`, \`elbo\` or \`iwae\`${this.found()}.`;
      if (this.at('(')) this.report('expected-method', this.previous, message);
      else this.giveUp('expected-method', token.first || this.atEnd() ? this.previous : token, message);
    }
    const options = this.at('(') ? this.options() : [];
    const span = this.finish(keyword);
    return { kind: 'Fit', span, keyword: spanOf(keyword), broken: this.broken, method, options };
  }

  private options(): FitOption[] {
    const read = this.list<FitOption | null>(this.take(), {
      close: ')',
      noun: 'option',
      starts: () => this.at('name') || (this.startsExpression() && !this.at('case')),
      item: () => this.option(),
      missing: () => null,
    });
    return read.filter((option) => option !== null);
  }

  // option = name , ( "=" | ":" ) , expression ;
  private option(): FitOption | null {
    const { start } = this.token;
    const name = this.nameOrKeyword('an option');
    if (name === null) {
      const message = `Expected an option such as \`steps = 100\`${this.found()}.`;
      this.report('expected-option', this.place(), message);
      this.expression();
      return null;
    }
    if (this.at(':')) this.take();
    else if (!this.bind('=', 'its value, as in `steps = 100`')) return null;
    const value = this.expression();
    return { kind: 'FitOption', span: this.spanFrom(start), name, value };
  }

  // view = "view" , reference , "in" , expression ;
  private view(keyword: Token): ViewStatement {
    const example = 'view x in [-5, 5]';
    const naming = { role: 'a variable', example, before: 'in' } as const;
    const target = this.atRangeBehindName() ? this.bareReference(naming) : this.reference(naming);
    this.word('in', example);
    const range = this.silent ? this.hole() : this.expression();
    const span = this.finish(keyword);
    return { kind: 'View', span, keyword: spanOf(keyword), broken: this.broken, target, range };
  }

  /** `x [1, 2]`, with the `in` missing: the bracket is no index then. */
  private atRangeBehindName(): boolean {
    if (this.ahead().kind !== '[') return false;
    return this.ahead(this.ahead(2).kind === '-' ? 4 : 3).kind === ',';
  }

  // ---------------------------------------------------------------- between statements

  /** Text that starts with no keyword. */
  private stray(): Statement {
    this.startStatement();
    const first = this.token;
    this.reportStray(first);
    this.take();
    this.skipStatement();
    const span = this.spanFrom(first.start);
    this.swallowed.push(span);
    return { kind: 'Broken', span, keyword: spanOf(first), broken: true };
  }

  private reportStray(first: Token): void {
    const binder = this.ahead().kind;
    const word = quoted(first.text);
    const meant = first.kind === 'name' ? closest(first.text, statementKeywords) : null;
    if (first.kind === 'name' && (binder === '~' || binder === '|' || binder === '[')) {
      const message = `Expected \`latent\` or \`observed\` before ${word}.`;
      this.report('expected-keyword', first, message, [
        insertion(first.start, 'latent '),
        insertion(first.start, 'observed '),
      ]);
    } else if (first.kind === 'name' && (binder === '=' || binder === ':')) {
      const message = `Expected \`param\` or \`let\` before ${word}.`;
      this.report('expected-keyword', first, message, [
        insertion(first.start, 'param '),
        insertion(first.start, 'let '),
      ]);
    } else if (meant !== null) {
      const message = `${word} starts no statement; did you mean \`${meant}\`?`;
      this.report('misspelled-keyword', first, message, [replacement(first, meant)]);
    } else {
      const message = `Expected a statement, found ${word}: one starts with a keyword such as \`param\`, \`latent\` or \`observed\`.`;
      this.report('expected-keyword', first, message);
    }
  }
}
