import { closest } from './didYouMean';
import { insertion, quoted, replacement } from './parserCursor';
import type { Body } from './parserDefinitions';
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
    const body = this.body((misspelled ?? keyword.kind) as StatementKeyword);
    this.endStatement();
    const span = this.spanFrom(keyword.start);
    const broken = this.broken || this.token.trouble;
    return { ...body, span, keyword: { start: keyword.start, end: keyword.end }, broken };
  }

  private body(keyword: StatementKeyword): Body<Statement> {
    switch (keyword) {
      case 'model':
        return this.model();
      case 'param':
        return this.param();
      case 'let':
        return this.let();
      case 'network':
        return this.network();
      case 'latent':
      case 'observed':
        return this.variable(keyword);
      case 'data':
        return this.data();
      case 'weights':
        return this.weights();
      case 'fit':
        return this.fit();
      case 'view':
        return this.view();
    }
  }

  // fit = "fit" , name , [ "(" , [ option , { "," , option } ] , ")" ] ;
  private fit(): Body<FitStatement> {
    const { token } = this;
    const method = this.at('name') && !this.atStatement() ? this.identifier(this.take()) : null;
    if (method === null) {
      const message = `Expected a method after \`fit\`: \`em\`, \`gradient\`, \`elbo\` or \`iwae\`${this.found()}.`;
      if (this.at('(')) this.report('expected-method', this.previous, message);
      else this.giveUp('expected-method', token.first || this.atEnd() ? this.previous : token, message);
    }
    const options: FitOption[] = [];
    if (!this.at('(')) return { kind: 'Fit', method, options };
    const opener = this.take();
    const read = this.list<FitOption | null>({
      opener,
      close: ')',
      noun: 'option',
      starts: () => this.at('name') || (this.startsExpression() && !this.at('case')),
      item: () => this.option(),
      missing: () => null,
    });
    for (const option of read) if (option !== null) options.push(option);
    return { kind: 'Fit', method, options };
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
  private view(): Body<ViewStatement> {
    const example = 'view x in [-5, 5]';
    const naming = { role: 'a variable', example };
    const target = this.atRangeBehindName() ? this.bareReference(naming) : this.reference(naming);
    this.word('in', example);
    const range = this.silent ? this.hole() : this.expression();
    return { kind: 'View', target, range };
  }

  /** `x [1, 2]`, with the `in` missing: the bracket is no index then. */
  private atRangeBehindName(): boolean {
    if (this.ahead().kind !== '[') return false;
    return this.ahead(this.ahead(2).kind === '-' ? 4 : 3).kind === ',';
  }

  // ---------------------------------------------------------------- between statements

  /** What is left on the statement's last line belongs to it, and is wrong. */
  private endStatement(): void {
    this.surplusClosers();
    if (this.atEnd()) return;
    if (!this.broken && this.token.first) return;
    const { token } = this;
    if (this.at(',')) {
      const message = 'A list of values stands in square brackets, as in `[0.3, 0.7]`.';
      this.giveUp('unexpected-text', token, message);
    } else if (this.at('for')) {
      this.giveUp('unexpected-text', token, '`for` stands only after the distribution of a `latent` or `observed`.');
    } else {
      const message = `${quoted(token.text)} cannot follow ${quoted(this.previous.text)}: expected an operator, or a keyword that starts a statement.`;
      this.giveUp('unexpected-text', token, message);
    }
    this.skipStatement();
  }

  /** Text that starts with no keyword. */
  private stray(): Statement {
    this.startStatement();
    const first = this.token;
    this.reportStray(first);
    this.take();
    const keyword = { start: first.start, end: first.end };
    this.skipStatement();
    const span = this.spanFrom(first.start);
    this.swallowed.push(span);
    return { kind: 'Broken', span, keyword, broken: true };
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
