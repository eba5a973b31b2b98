import type { Diagnostic, Fix } from './diagnostic';
import { closest } from './didYouMean';
import { insertion, quoted, removal, replacement } from './fixes';
import { Lexer } from './lexer';
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
import type {
  Argument,
  BinaryOperator,
  CaseRow,
  DataStatement,
  Domain,
  Expression,
  FitOption,
  FitStatement,
  Hole,
  Identifier,
  LetStatement,
  Loop,
  ModelStatement,
  NetworkStatement,
  ParamStatement,
  Reference,
  Statement,
  StringLiteral,
  Tree,
  VariableStatement,
  ViewStatement,
  WeightsStatement,
} from './tree';

/** Brackets, minus signs and powers may stand this deep inside one another. */
export const nestingLimit = 200;

/** A tree may be this high. Chains such as `1 + 1 + …` grow it too, and whoever walks the tree must not run out of stack. */
export const heightLimit = 400;

export interface Parsed {
  readonly tree: Tree;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The syntax tree of a text. Total and linear: every text has a tree, and what could not be read is a diagnostic,
 * one for each mistake. The whole grammar stands in `media/docs/grammar.ebnf`, and each production above the method that reads it.
 */
export function parse(text: string): Parsed {
  const lexer = new Lexer(text);
  const parser = new Parser(text, lexer);
  const statements = parser.statements();
  const { comments, diagnostics } = lexer;
  const tree: Tree = { kind: 'Tree', span: { start: 0, end: text.length }, statements, comments };
  if (diagnostics.length === 0 && parser.diagnostics.length === 0) return { tree, diagnostics: [] };
  const all = [...outside(parser.swallowed, diagnostics), ...parser.diagnostics];
  return { tree, diagnostics: all.sort((a, b) => a.span.start - b.span.start) };
}

/** What the lexer found outside of the spans, which do not overlap; both in the order of the text. */
function outside(spans: readonly Span[], diagnostics: readonly Diagnostic[]): Diagnostic[] {
  let next = 0;
  return diagnostics.filter(({ span }) => {
    while (next < spans.length && spans[next]!.end <= span.start) next++;
    const around = spans[next];
    return around === undefined || span.start <= around.start;
  });
}

type Closer = ')' | ']' | '}';

/** How a list in brackets is read and spoken of. */
interface ListOf<Item> {
  readonly close: Closer;
  /** One item without its article: `argument`. */
  readonly noun: string;
  /** Whether an item starts at the current token. */
  readonly starts: () => boolean;
  /** Reads one item; called only where one starts, and takes at least one token there. */
  readonly item: () => Item;
  /** Stands in for an item that is missing; null where nothing can. */
  readonly missing: () => Item | null;
  /** Whether a comma may stand after the last item. */
  readonly trailing?: boolean;
}

interface Gap {
  readonly before: Token;
  readonly after: Token;
}

/** The names for what a statement defines, in its messages. */
interface Naming {
  /** `a parameter` */
  readonly role: string;
  /** A whole statement: `param mu = 0`. */
  readonly example: string;
  /** The keyword that stands behind the name: here it is no name itself. */
  readonly before?: 'from' | 'in';
}

/**
 * Recursive descent, one token ahead but for short looks that pick a message; each production of the grammar stands above
 * the method that reads it. A method takes what it can and stands at the first token that is not its own.
 * It keeps to one message per mistake: nothing is reported twice at one token, nothing at a token where the lexer spoke,
 * and nothing in a statement that was given up. Lists mend: missing and doubled commas; missing, wrong and surplus brackets.
 */
class Parser {
  readonly diagnostics: Diagnostic[] = [];
  /** Text that was reported as one mistake, whatever the lexer thinks of it. */
  readonly swallowed: Span[] = [];
  private token: Token;
  /** The token taken last; the first one of the text where none has been. */
  private previous: Token;
  /** How many tokens have been taken. */
  private position = 0;
  /** Whether the statement under way has a problem. */
  private broken = false;
  /** The position of the last report. */
  private reportedAt = -1;
  /** Whether the rest of the statement cannot be trusted: nothing more is said of it. */
  private givenUp = false;
  /** The last place where a keyword was suspected, and the answer: it is asked for several times in a row. */
  private askedAt = -1;
  private answer: StatementKeyword | null = null;
  /** Keywords that were taken for names: said once, where that happened first. */
  private readonly misused = new Set<string>();
  /** Height of the expression read last; 0 behind an empty list. */
  private height = 0;
  /** How many brackets, minus signs and powers are open around the current token. */
  private depth = 0;
  /** How deep the variable behind a `case` stands that is being read, which the table's rows follow; 0 where there is none. */
  private subjectDepth = 0;
  /** How many brackets of each kind wait for their closing one. */
  private readonly waiting: Record<Closer, number> = { ')': 0, ']': 0, '}': 0 };
  /** How the lists are read that nearly every statement has, made once. */
  private readonly arguments: ListOf<Argument> = {
    close: ')',
    noun: 'argument',
    starts: () => this.startsExpression(),
    item: () => this.argument(),
    missing: () => this.missingArgument(),
  };
  private readonly values: ListOf<Expression> = {
    close: ']',
    noun: 'value',
    starts: () => this.startsExpression(),
    item: () => this.expression(),
    missing: () => this.hole(),
  };
  private readonly indices: ListOf<Expression> = { ...this.values, noun: 'index' };
  private readonly grouped: ListOf<Expression> = { ...this.values, close: ')' };
  private readonly rowList: ListOf<CaseRow> = {
    close: '}',
    noun: 'row',
    starts: () => this.startsPattern(),
    item: () => this.row(),
    missing: () => null,
    trailing: true,
  };

  constructor(
    private readonly text: string,
    private readonly tokens: Lexer,
  ) {
    this.token = tokens.token(0);
    this.previous = this.token;
  }

  // ---------------------------------------------------------------- statements

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

  // model = "model" , string ;
  private model(keyword: Token): ModelStatement {
    const title = this.string('title', 'model "Three bumps"', 'line');
    const span = this.finish(keyword);
    return { kind: 'Model', span, keyword: spanOf(keyword), broken: this.broken, title };
  }

  // param = "param" , name , [ ":" , domain ] , "=" , expression ;
  private param(keyword: Token): ParamStatement {
    const name = this.definedName({ role: 'a parameter', example: 'param mu = 0' });
    const domain = this.domain();
    const value = this.value();
    const span = this.finish(keyword);
    return { kind: 'Param', span, keyword: spanOf(keyword), broken: this.broken, name, domain, value };
  }

  // domain = name , [ "(" , [ expression , { "," , expression } ] , ")" ] ;
  private domain(): Domain | null {
    const colon = this.accept(':');
    if (colon === null) {
      if (!this.at('name') || this.atStatement() || this.previous.kind !== 'name') return null;
      const next = this.behindBrackets(1).kind;
      if (next !== '=' && next !== '==' && next !== '~') return null;
      const message = `\`:\` is missing between ${quoted(this.previous.text)} and ${quoted(this.token.text)}; add it.`;
      this.report('missing-colon', this.token, message, [insertion(this.previous.end, ':')]);
    }
    const { start } = this.token;
    if (this.at('=') || this.atEnd() || !this.at('name')) {
      const message = `Expected a domain after \`:\`, such as \`positive\`, \`unit\` or \`simplex\`${this.found()}.`;
      if (this.at('=') || this.atEnd()) this.report('expected-domain', this.place(), message);
      else this.giveUp('expected-domain', this.place(), message);
      return null;
    }
    const name = this.identifier(this.take());
    const args = this.at('(') ? this.domainArguments() : [];
    return { kind: 'Domain', span: this.spanFrom(start), name, args };
  }

  /** The token at a distance, or behind the parentheses that open there; a short look. */
  private behindBrackets(from: number): Token {
    if (this.ahead(from).kind !== '(') return this.ahead(from);
    let ahead = from + 1;
    while (ahead < 20 && this.ahead(ahead).kind !== ')') ahead++;
    return this.ahead(ahead + 1);
  }

  private domainArguments(): Expression[] {
    return this.list(this.take(), {
      close: ')',
      noun: 'bound',
      starts: () => this.startsExpression(),
      item: () => this.expression(),
      missing: (): Expression => this.hole(),
    });
  }

  // let = "let" , name , "=" , expression ;
  private let(keyword: Token): LetStatement {
    const name = this.definedName({ role: 'an expression', example: 'let scale = 2 * sigma' });
    const value = this.value();
    const span = this.finish(keyword);
    return { kind: 'Let', span, keyword: spanOf(keyword), broken: this.broken, name, value };
  }

  // network = "network" , name , "(" , name , { "," , name } , ")" , "=" , expression ;
  private network(keyword: Token): NetworkStatement {
    const example = 'network f(z) = z -> dense(1)';
    const name = this.definedName({ role: 'a network', example });
    const args = this.networkArguments(name);
    const body = this.value();
    const span = this.finish(keyword);
    return { kind: 'Network', span, keyword: spanOf(keyword), broken: this.broken, name, args, body };
  }

  private networkArguments(name: Identifier | null): Identifier[] {
    const opener = this.token;
    if (!this.accept('(')) {
      if (name === null) return [];
      const message = `Expected the arguments of \`${name.text}\` in parentheses, as in \`network f(z) = …\`${this.found()}.`;
      if (this.at('=')) this.report('expected-argument', this.place(), message);
      else this.giveUp('expected-argument', this.place(), message);
      return [];
    }
    const args = this.list<Identifier>(opener, {
      close: ')',
      noun: 'argument',
      starts: () => this.at('name') || this.atMisusedKeyword(),
      item: () => this.nameOrKeyword('an argument')!,
      missing: () => null,
    });
    if (args.length === 0) {
      const message = 'A network has at least one argument: name it between `(` and `)`.';
      this.report('expected-argument', opener, message);
    }
    return args;
  }

  // variable = ( "latent" | "observed" ) , reference , [ "|" , reference , { "," , reference } ] , "~" , expression , [ loop ] ;
  private variable(keyword: Token, role: 'latent' | 'observed'): VariableStatement {
    const article = role === 'latent' ? 'a' : 'an';
    const naming = {
      role: `${article} ${role} variable`,
      example: role === 'latent' ? 'latent z ~ Normal(0, 1)' : 'observed x ~ Normal(0, 1)',
    };
    const target = this.reference(naming);
    const start = this.at('|') ? this.token.start : this.atParentsWithoutBar() ? this.previous.end : null;
    const parents = start === null ? null : this.parents(this.accept('|'));
    const parentsSpan = start === null ? null : this.spanFrom(start);
    const distribution = this.distribution(role);
    this.surplusClosers();
    if (this.atMisspelledFor()) {
      const { token } = this;
      const message = `${quoted(token.text)} means nothing here; did you mean \`for\`?`;
      this.report('misspelled-keyword', token, message, [replacement(token, 'for')]);
    }
    const loop = this.at('for') || this.atMisspelledFor() ? this.loop() : null;
    const span = this.finish(keyword);
    return {
      kind: 'Variable',
      span,
      keyword: spanOf(keyword),
      broken: this.broken,
      role,
      target,
      parents,
      parentsSpan,
      distribution,
      loop,
    };
  }

  private atMisspelledFor(): boolean {
    const { token } = this;
    if (token.kind !== 'name' || token.first || this.ahead(2).kind !== 'in') return false;
    return closest(token.text, ['for']) !== null;
  }

  // reference = name , [ "[" , expression , "]" ] ;
  private reference(naming: Naming): Reference | null {
    const bare = this.bareReference(naming);
    if (bare === null || !this.at('[')) return bare;
    const index = this.index();
    return { ...bare, span: this.spanFrom(bare.span.start), index };
  }

  private bareReference(naming: Naming): Reference | null {
    const name = this.definedName(naming);
    return name && { kind: 'Reference', span: name.span, name, index: null };
  }

  private parents(bar: Token | null): Reference[] {
    const parents: Reference[] = [];
    if (bar === null) {
      const { previous, token } = this;
      const message = `\`|\` is missing between ${quoted(previous.text)} and ${quoted(token.text)}; add it.`;
      this.report('missing-bar', token, message, [insertion(previous.end, ' |')]);
    } else if (!this.startsReference()) {
      const message = 'Expected a parent after `|`: name the variables that this one depends on, or remove the `|`.';
      if (this.atBinder() || this.atEnd()) this.report('expected-parent', bar, message, [removal(bar, '|')]);
      else this.giveUp('expected-parent', bar, message);
    }
    while (this.startsReference()) {
      const naming = { role: 'a parent', example: 'observed x | z ~ Normal(z, 1)' };
      const parent = this.reference(naming);
      if (parent !== null) parents.push(parent);
      if (this.accept(',')) {
        if (this.startsReference()) continue;
        const message = 'Expected another parent after `,`: name one or remove the comma.';
        this.report('expected-parent', this.previous, message, [removal(this.previous, ',')]);
      } else if (this.startsReference() && this.ahead().kind !== '(') {
        const { previous, token } = this;
        const message = `A comma is missing between ${quoted(previous.text)} and ${quoted(token.text)}; add it.`;
        this.report('missing-comma', token, message, [insertion(previous.end, ',')]);
      } else {
        break;
      }
    }
    return parents;
  }

  /** Whether names stand here, and `~` behind them: parents, then. A short look: it only picks a message. */
  private atParentsWithoutBar(): boolean {
    if (!this.at('name') || this.atStatement()) return false;
    for (let ahead = 1; ahead < 40; ahead++) {
      const { kind } = this.ahead(ahead);
      if (kind === '~') return true;
      if (!['name', 'number', ',', '[', ']', '+', '-'].includes(kind)) return false;
    }
    return false;
  }

  private startsReference(): boolean {
    if (this.at('name')) return !this.atStatement();
    return !this.at('for') && !this.at('case') && this.atMisusedKeyword();
  }

  private distribution(role: string): Expression {
    const example = role === 'latent' ? '`Normal(0, 1)`' : '`Normal(z, 1)`';
    if (!this.bind('~', `a distribution, such as ${example}`)) return this.hole();
    if (this.startsExpression()) return this.expression();
    const message = `Expected a distribution after ${quoted(this.previous.text)}, such as ${example}${this.found()}.`;
    this.report('expected-distribution', this.place(), message);
    return this.hole();
  }

  // loop = "for" , name , "in" , sum , ".." , sum ;
  private loop(): Loop {
    const keyword = this.take();
    const example = 'for t in 2..20';
    const missing = this.at('in') && this.ahead().kind !== 'in';
    const variable = missing ? null : this.nameOrKeyword('an index');
    if (variable === null) {
      const message = `Expected the name of an index after \`for\`, as in \`${example}\`${this.found()}.`;
      if (missing) this.report('expected-name', this.place(), message);
      else this.giveUp('expected-name', this.place(), message);
    }
    this.word('in', example);
    const from = this.bound(`Expected the first index after ${quoted(this.previous.text)}, as in \`${example}\``);
    const to = this.dots() ? this.bound(`Expected the last index after \`..\`, as in \`${example}\``) : this.hole();
    return { kind: 'Loop', span: this.spanFrom(keyword.start), variable, from, to };
  }

  private bound(message: string): Expression {
    if (this.startsExpression()) return this.sum();
    this.giveUp('expected-index', this.place(), `${message}${this.found()}.`);
    return this.hole();
  }

  private dots(): boolean {
    if (this.accept('..')) return true;
    const { token, previous } = this;
    if (previous.kind === 'number' && /^\d+\.\d+$/.test(previous.text) && (this.atEnd() || token.first)) {
      const range = previous.text.replace('.', '..');
      const message = `A range needs two dots; write \`${range}\`.`;
      this.report('expected-range', previous, message, [replacement(previous, range)]);
      return false;
    }
    if (this.at(':') || this.at(',') || this.at('->') || (this.at('name') && token.text === 'to')) {
      const message = `A range is written with \`..\` between its ends, not with \`${token.text}\`.`;
      this.report('expected-range', token, message, [replacement(token, '..')]);
      this.take();
      return true;
    }
    if (this.startsExpression()) {
      const message = `\`..\` is missing between ${quoted(previous.text)} and ${quoted(token.text)}; add it.`;
      this.report('expected-range', token, message, [insertion(previous.end, '..')]);
      return true;
    }
    const message = `Expected \`..\` and the last index after ${quoted(previous.text)}, as in \`for t in 2..20\``;
    this.giveUp('expected-range', this.place(), `${message}${this.found()}.`);
    return false;
  }

  // data = "data" , name , ( "from" , string , [ columns ] | "=" , expression ) ;
  private data(keyword: Token): DataStatement {
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
    return this.givenUp ? null : this.string('file', 'data x from "file.csv"', 'word');
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
  private weights(keyword: Token): WeightsStatement {
    const example = 'weights from "file.safetensors"';
    this.word('from', example);
    const file = this.givenUp ? null : this.string('file', example, 'word');
    const span = this.finish(keyword);
    return { kind: 'Weights', span, keyword: spanOf(keyword), broken: this.broken, file };
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
    const range = this.givenUp ? this.hole() : this.expression();
    const span = this.finish(keyword);
    return { kind: 'View', span, keyword: spanOf(keyword), broken: this.broken, target, range };
  }

  /** `x [1, 2]`, with the `in` missing: the bracket is no index then. */
  private atRangeBehindName(): boolean {
    if (this.ahead().kind !== '[') return false;
    return this.ahead(this.ahead(2).kind === '-' ? 4 : 3).kind === ',';
  }

  // ---------------------------------------------------------------- what statements are made of: names, signs, words, texts

  private identifier(token: Token): Identifier {
    return { kind: 'Identifier', span: spanOf(token), text: token.text };
  }

  /**
   * A name; null where there is none, which is the caller's to report. A keyword in its place is reported here, and
   * taken for the name, so that its uses make sense. `role`: what it would name, as in `a parameter`.
   */
  private nameOrKeyword(role: string): Identifier | null {
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

  /** The name that a statement defines; where it is missing, skips to what follows it. */
  private definedName({ role, example, before }: Naming): Identifier | null {
    const missing = (before !== undefined && this.at(before)) || (this.atEnd() && !this.atMisusedKeyword());
    const name = missing ? null : this.nameOrKeyword(role);
    if (name !== null) return name;
    const { token } = this;
    const found = this.found();
    const why = token.kind === 'number' && found !== '' ? '; a name starts with a letter' : '';
    const message = `Expected the name of ${role} after ${quoted(this.previous.text)}, as in \`${example}\`${found}${why}.`;
    if (this.atEnd()) this.giveUp('expected-name', this.previous, message);
    else this.report('expected-name', this.place(), message);
    while (!this.atEnd() && !this.atBinder() && !this.at('|') && !this.at('from') && !this.at('in')) this.take();
    return null;
  }

  /**
   * The `=` or `~` between what is defined and its meaning; another of the kind is mended, a missing one too where
   * something follows. False where nothing does. `what`: what should follow, with an example.
   */
  private bind(binder: '=' | '~', what: string): boolean {
    if (this.accept(binder)) return true;
    const { token, previous } = this;
    if (this.atBinder()) {
      this.report(...wrongBinder(binder, token));
      this.take();
      return true;
    }
    const code = binder === '~' ? 'missing-tilde' : 'missing-equals';
    const sign = this.at('+') || this.at('-'); // what is left of an index
    if (!sign && this.startsExpression() && !this.isBinder(this.ahead())) {
      const message = `\`${binder}\` is missing between ${quoted(previous.text)} and ${quoted(token.text)}; add it.`;
      this.report(code, token, message, [insertion(previous.end, ` ${binder}`)]);
      return true;
    }
    const found = this.found();
    const message = `Expected \`${binder}\` after ${quoted(previous.text)}, and then ${what}${found}.`;
    this.giveUp(code, this.place(), message);
    while (!this.atEnd() && !this.atBinder()) this.take();
    return this.atBinder() && this.take() !== null;
  }

  private atBinder(): boolean {
    return this.isBinder(this.token);
  }

  private isBinder({ kind }: Token): boolean {
    return kind === '=' || kind === '~' || kind === '==' || kind === ':';
  }

  /** `= expression` */
  private value(): Expression {
    if (!this.bind('=', 'a value, such as `0.5` or `[0.3, 0.7]`')) return this.hole();
    return this.expression();
  }

  /** A keyword inside a statement, such as `from`; a misspelled one is mended, a missing one taken for granted. */
  private word(keyword: 'in' | 'from', example: string): void {
    if (this.accept(keyword)) return;
    const { token, previous } = this;
    const next = this.ahead();
    const follows = keyword === 'from' ? next.kind === 'string' : next.kind === 'number' || next.kind === '[';
    const wrong = this.at('=') || this.at('==') || (follows && !token.first && isName(token));
    if (wrong) {
      const message = `Expected \`${keyword}\` after ${quoted(previous.text)}, found ${quoted(token.text)}; write \`${keyword}\`.`;
      this.report(`expected-${keyword}`, token, message, [replacement(token, keyword)]);
      this.take();
    } else if (this.at('string') || this.at('number') || this.at('[')) {
      const message = `\`${keyword}\` is missing between ${quoted(previous.text)} and ${quoted(token.text)}; add it.`;
      this.report(`expected-${keyword}`, token, message, [insertion(previous.end, ` ${keyword}`)]);
    } else {
      const message = `Expected \`${keyword}\` after ${quoted(previous.text)}, as in \`${example}\`${this.found()}.`;
      this.giveUp(`expected-${keyword}`, this.place(), message);
    }
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

  // ---------------------------------------------------------------- where a statement starts and ends

  /** Whether nothing that could belong to the statement follows. */
  private atEnd(): boolean {
    return this.token.kind === 'end' || this.atStatement();
  }

  /** Whether a statement starts here, be its keyword misspelled. */
  private atStatement(): boolean {
    return isStatementKeyword(this.token.kind) || this.misspelledKeyword() !== null;
  }

  /** The keyword that the first word of this line was meant to be: two words in a row stand nowhere but at a statement's start. */
  private misspelledKeyword(): StatementKeyword | null {
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
  private atMisusedKeyword(): boolean {
    const { token } = this;
    if (!isKeyword(token.kind)) return false;
    if (!isStatementKeyword(token.kind)) return true;
    if (token.first) return false;
    const next = this.ahead();
    if (token.kind === 'model') return next.kind !== 'string';
    if (token.kind === 'weights') return next.kind !== 'from';
    return next.first || next.kind !== 'name';
  }

  private startStatement(): void {
    // The token before is still `previous`.
    this.tokens.forget(this.position - 1);
    this.broken = false;
    this.givenUp = false;
    this.reportedAt = -1;
    this.waiting[')'] = 0;
    this.waiting[']'] = 0;
    this.waiting['}'] = 0;
  }

  /** The span of a statement at its end, where nothing may follow it. `broken` is then known. */
  private finish(keyword: Token): Span {
    this.endStatement();
    if (this.token.troubleBehind) this.broken = true;
    return this.spanFrom(keyword.start);
  }

  /** What is left on the statement's last line belongs to it, and is wrong. */
  private endStatement(): void {
    const surplus = this.surplusClosers();
    if (this.atEnd()) return;
    if (!this.broken && this.token.first) return;
    if (surplus) this.hush();
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

  private skipStatement(): void {
    while (!this.atEnd()) this.take();
  }

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

  // ---------------------------------------------------------------- expressions, by precedence

  // expression = sum , { "->" , sum } ;
  private expression(): Expression {
    const { start } = this.token;
    const input = this.sum();
    if (!this.at('->')) return input;
    let { height } = this;
    const stages: Expression[] = [];
    while (this.accept('->')) {
      stages.push(this.sum());
      height = Math.max(height + 1, this.height + 1);
    }
    this.height = height;
    return this.low({ kind: 'Pipeline', span: this.spanFrom(Math.min(start, input.span.start)), input, stages });
  }

  // sum = product , { ( "+" | "-" ) , product } ;
  private sum(): Expression {
    const { start } = this.token;
    let left = this.product();
    while (this.at('+') || this.at('-')) {
      const { height } = this;
      left = this.binary(start, left, height, this.take(), this.product());
    }
    return left;
  }

  // product = unary , { ( "*" | "/" ) , unary } ;
  private product(): Expression {
    const { start } = this.token;
    let left = this.unary();
    for (;;) {
      const { height } = this;
      if (this.at('*') || this.at('/')) left = this.binary(start, left, height, this.take(), this.unary());
      else if (this.atImpliedProduct()) left = this.binary(start, left, height, this.impliedTimes(), this.unary());
      else return left;
    }
  }

  /** `2z` and `2(z + 1)`, as mathematicians write. */
  private atImpliedProduct(): boolean {
    const { token, previous } = this;
    return previous.kind === 'number' && previous.end === token.start && (token.kind === 'name' || token.kind === '(');
  }

  private impliedTimes(): Token {
    const { token, previous } = this;
    const message = `A product needs its \`*\`: write ${quoted(`${previous.text} * ${token.kind === '(' ? '(…)' : token.text}`)}.`;
    const span = { start: previous.start, end: token.end };
    this.report('missing-operator', span, message, [insertion(previous.end, ' * ')]);
    return { ...token, kind: '*', text: '*', start: previous.end, end: previous.end };
  }

  // unary = "-" , unary | power ;
  private unary(): Expression {
    if (this.depth >= nestingLimit) return this.tooDeep();
    this.depth++;
    const result = this.at('-') ? this.negative(this.take()) : this.power();
    this.depth--;
    return result;
  }

  private negative(minus: Token): Expression {
    const operand = this.unary();
    this.height++;
    return this.low({ kind: 'Unary', span: this.spanFrom(minus.start), operator: '-', operand });
  }

  // power = postfix , [ "^" , unary ] ;
  private power(): Expression {
    const { start } = this.token;
    const base = this.postfix();
    if (!this.at('^')) return base;
    const { height } = this;
    return this.binary(start, base, height, this.take(), this.unary());
  }

  // postfix = primary , { "[" , expression , "]" } ;
  private postfix(): Expression {
    const { start } = this.token;
    let base = this.primary();
    while (this.at('[') && !this.atMisplacedRows()) {
      const { height } = this;
      const index = this.index(base.kind === 'Name' && isFamilyLike(base.text));
      this.height = Math.max(height, this.height) + 1;
      base = this.low({ kind: 'Index', span: this.spanFrom(Math.min(start, base.span.start)), base, index });
    }
    return base;
  }

  /** @param start of the brackets around its first operand, where it has some: they are the whole's, too. Where it is missing, it starts earlier. */
  private binary(start: number, left: Expression, leftHeight: number, operator: Token, right: Expression): Expression {
    this.height = Math.max(leftHeight, this.height) + 1;
    return this.low({
      kind: 'Binary',
      span: this.spanFrom(Math.min(start, left.span.start)),
      operator: operator.kind as BinaryOperator,
      operatorSpan: { start: operator.start, end: operator.end },
      left,
      right,
    });
  }

  private tooDeep(): Expression {
    const message = `This nests more than ${nestingLimit} levels deep; give the inner parts names with \`let\`.`;
    this.giveUp('nested-too-deeply', this.token, message);
    this.skipStatement();
    this.height = 1;
    return this.hole();
  }

  /** The expression, or a hole of its span where it has grown too high. */
  private low(expression: Expression): Expression {
    if (this.height <= heightLimit) return expression;
    const { start, end } = this.previous;
    const message = `This has more than ${heightLimit} operations inside one another; give parts of it names with \`let\`.`;
    this.giveUp('nested-too-deeply', { start, end }, message);
    this.height = 1;
    return { kind: 'Hole', span: expression.span };
  }

  // ---------------------------------------------------------------- operands

  // primary = number | "true" | "false" | name | call | vector | case | "(" , expression , ")" ;
  private primary(): Expression {
    const { token } = this;
    this.height = 1;
    switch (token.kind) {
      case 'number':
        this.take();
        return { kind: 'Number', span: spanOf(token), value: Number.parseFloat(token.text) };
      case 'name':
        if (token.first && this.atStatement()) return this.noPrimary();
        this.take();
        if (this.at('(') && !this.atMisplacedRows()) return this.call(this.identifier(token));
        return { kind: 'Name', span: spanOf(token), text: token.text };
      case 'true':
      case 'false':
        this.take();
        return { kind: 'Boolean', span: spanOf(token), value: token.kind === 'true' };
      case '[':
        return this.vector();
      case '(':
        return this.one(this.grouped, 'A list of values stands in square brackets, as in `[0.3, 0.7]`.');
      case 'case':
        return this.caseTable();
      default:
        return this.noPrimary();
    }
  }

  private noPrimary(): Expression {
    const { token } = this;
    if (this.atMisusedValue()) {
      const name = this.nameOrKeyword('a value')!;
      return { kind: 'Name', span: name.span, text: name.text };
    }
    const { start, end } = token;
    if (this.at('string') && !token.first) {
      const message = `Expected a value, found the text ${quoted(token.text)}: texts are for titles, files and columns.`;
      this.report('expected-value', token, message);
      this.take();
      return { kind: 'Hole', span: { start, end } };
    }
    if (this.at('+')) {
      this.report('expected-value', token, 'A number needs no `+` before it; remove it.', [removal(token, '+')]);
      this.take();
      return this.startsExpression() ? this.unary() : this.hole();
    }
    this.report('expected-value', this.place(), `Expected a value after ${quoted(this.previous.text)}${this.found()}.`);
    return this.hole();
  }

  /** Whether the current token starts an expression, be it a keyword taken for a name. */
  private startsExpression(): boolean {
    switch (this.token.kind) {
      case 'number':
      case 'true':
      case 'false':
      case '[':
      case '(':
      case '-':
      case '+': // no sign of the language, but said so where the value is read
      case 'case':
        return true;
      case 'name':
        return !this.atStatement();
      default:
        return this.atMisusedValue();
    }
  }

  private atMisusedValue(): boolean {
    switch (this.token.kind) {
      case 'for':
      case 'in':
      case 'from':
      case 'columns':
      case 'case':
        return false;
      default:
        return this.atMisusedKeyword();
    }
  }

  // call = name , "(" , [ argument , { "," , argument } ] , ")" ;
  private call(callee: Identifier): Expression {
    const opener = this.take();
    const args = this.list(opener, this.arguments);
    const closed = this.previous.kind === ')' && this.previous !== opener;
    const end = closed ? this.previous.start : this.previous.end;
    this.height++;
    return this.low({
      kind: 'Call',
      span: this.spanFrom(callee.span.start),
      callee,
      args,
      argsSpan: { start: opener.end, end: Math.max(opener.end, end) },
    });
  }

  // argument = [ name , ( ":" | "=" ) ] , expression ;
  private argument(): Argument {
    const { start } = this.token;
    const next = this.ahead().kind;
    if (next !== ':' && next !== '=' && next !== '==') {
      const value = this.expression();
      const { span } = value;
      const isBare = span.start === start && span.end === this.previous.end;
      return { kind: 'Argument', span: isBare ? span : this.spanFrom(start), name: null, value };
    }
    const name = this.nameOrKeyword('an argument');
    if (name === null) {
      const message = `${quoted(this.token.text)} cannot name an argument: a name starts with a letter.`;
      this.report('expected-name', this.token, message);
      this.take();
    }
    const binder = this.take();
    if (binder.kind === '==') {
      const message = 'Write `:` or `=` between the name of an argument and its value.';
      this.report('double-equals', binder, message, [replacement(binder, ':')]);
    }
    const value = this.expression();
    return { kind: 'Argument', span: this.spanFrom(start), name, value };
  }

  private missingArgument(): Argument {
    const value = this.hole();
    return { kind: 'Argument', span: value.span, name: null, value };
  }

  // vector = "[" , expression , { "," , expression } , "]" ;
  private vector(): Expression {
    const opener = this.take();
    const items = this.list(opener, this.values);
    const span = this.spanFrom(opener.start);
    if (items.length === 0) {
      const message = 'Expected a value between `[` and `]`: a vector has at least one element.';
      this.report('expected-value', span, message);
    }
    this.height++;
    return this.low({ kind: 'Vector', span, items });
  }

  /** `[ expression ]` */
  private index(ofFamily = false): Expression {
    if (ofFamily) return this.one(this.indices, 'Arguments stand in parentheses, as in `Normal(0, 1)`.');
    return this.one(
      this.indices,
      'An element is picked by one index; for a matrix write two pairs of brackets, as in `w[1][2]`.',
    );
  }

  /** One expression in the brackets that open here. */
  private one(of: ListOf<Expression>, several: string): Expression {
    return this.single(this.take(), of, several) ?? this.hole();
  }

  // ---------------------------------------------------------------- tables

  // case = "case" , sum , { "," , sum } , "{" , row , { "," , row } , [ "," ] , "}" ;
  private caseTable(): Expression {
    const keyword = this.take();
    const subjects = this.subjects();
    let { height } = this;
    const body = this.at('{') ? this.token.start : this.previous.end;
    const rows = this.rows();
    height = Math.max(height, this.height) + 1;
    this.height = height;
    return this.low({
      kind: 'Case',
      span: this.spanFrom(keyword.start),
      keyword: { start: keyword.start, end: keyword.end },
      subjects,
      rows,
      bodySpan: this.spanFrom(body),
    });
  }

  private subjects(): Expression[] {
    const subjects: Expression[] = [];
    let height = 0;
    do {
      if (this.startsExpression()) {
        subjects.push(this.subject());
        height = Math.max(height, this.height);
      } else {
        const message = `Expected a variable after ${quoted(this.previous.text)}, as in \`case z { … }\`${this.found()}.`;
        this.report('expected-subject', this.place(), message);
      }
    } while (this.accept(','));
    this.height = height;
    return subjects;
  }

  /** A variable behind `case`. */
  private subject(): Expression {
    const { subjectDepth } = this;
    this.subjectDepth = this.depth + 1;
    const subject = this.sum();
    this.subjectDepth = subjectDepth;
    return subject;
  }

  private rows(): CaseRow[] {
    const opener = this.token;
    this.height = 0;
    if ((this.at('[') || this.at('(')) && this.rowsInBracket()) return this.misplacedRows();
    if (!this.accept('{')) {
      const message = 'Expected the rows of the `case` in braces, such as `{ true: 0.9, false: 0.1 }`';
      this.giveUp('expected-row', this.place(), `${message}${this.found()}.`);
      return [];
    }
    const rows = this.list(opener, this.rowList);
    if (rows.length === 0) {
      this.report('expected-row', opener, 'Expected rows between `{` and `}`, such as `true: 0.9, false: 0.1`.');
    }
    return rows;
  }

  /** Rows in the brackets of an index or a call. */
  private misplacedRows(): CaseRow[] {
    const opener = this.token;
    const closer = this.closerAhead(1);
    const close = closer?.kind ?? (opener.kind === '[' ? ']' : ')');
    const message =
      close === '}'
        ? `The rows of a \`case\` stand in braces: they open with \`{\`, not with \`${opener.text}\`.`
        : `The rows of a \`case\` stand in braces, \`{\` and \`}\`, not in \`${opener.text}\` and \`${close}\`.`;
    if (closer === null) {
      this.giveUp('expected-row', opener, message);
    } else {
      const edits = [{ span: spanOf(opener), text: '{' }];
      if (close !== '}') edits.push({ span: spanOf(closer), text: '}' });
      this.report('expected-row', opener, message, [{ title: 'Write the rows in braces', edits }]);
    }
    this.take();
    return this.list(opener, { ...this.rowList, close });
  }

  private atMisplacedRows(): boolean {
    return this.depth === this.subjectDepth && this.rowsInBracket();
  }

  /** Whether the bracket here is that of `[true: 1, …]` or `(1: 0.5, …)`: rows of a `case` in the wrong brackets, and no index or call. */
  private rowsInBracket(): boolean {
    const mayBeCall = this.at('(');
    for (let ahead = 1; ahead < mostPatterns; ahead += 2) {
      if (this.ahead(ahead).kind === '-') ahead++;
      const { kind } = this.ahead(ahead);
      if (!isPattern(kind) || (kind === 'name' && mayBeCall)) return false;
      const behind = this.ahead(ahead + 1).kind;
      if (behind !== ',') return behind === ':';
    }
    return false;
  }

  // row = ( pattern , { "," , pattern } | "else" ) , ":" , expression ;
  private row(): CaseRow {
    const { start } = this.token;
    const patterns = this.accept('else') ? null : this.patterns();
    const patternSpan = this.spanFrom(start);
    if (!this.accept(':')) this.missingColon();
    const value = this.expression();
    return { kind: 'CaseRow', span: this.spanFrom(start), patterns, patternSpan, value };
  }

  private missingColon(): void {
    const { token, previous } = this;
    if (this.at('=') || this.at('==') || this.at('->')) {
      const message = `A row is written \`value: result\`, with \`:\` instead of \`${token.text}\`.`;
      this.report('expected-colon', token, message, [replacement(token, ':')]);
      this.take();
      return;
    }
    const message = `Expected \`:\` after ${quoted(previous.text)}: a row is written \`value: result\`.`;
    if (this.startsExpression() && !this.at('(')) {
      this.report('expected-colon', this.place(), message, [insertion(previous.end, ':')]);
    } else {
      this.giveUp('expected-colon', this.place(), message);
    }
  }

  private patterns(): Expression[] {
    const patterns = [this.pattern()];
    for (;;) {
      if (this.startsPattern() && this.ahead().kind === ':') {
        const { previous, token } = this;
        const message = `A comma is missing between ${quoted(previous.text)} and ${quoted(token.text)}; add it.`;
        this.report('missing-comma', token, message, [insertion(previous.end, ',')]);
        patterns.push(this.pattern());
      }
      if (!this.accept(',')) return patterns;
      if (this.startsPattern()) {
        patterns.push(this.pattern());
        continue;
      }
      const message = `Expected another value after \`,\`, one for each variable behind \`case\`${this.found()}.`;
      this.report('expected-pattern', this.place(), message);
      patterns.push(this.hole());
    }
  }

  // pattern = [ "-" ] , number | "true" | "false" | name ;
  private pattern(): Expression {
    const { token } = this;
    const span = { start: token.start, end: token.end };
    this.take();
    switch (token.kind) {
      case 'number':
        return { kind: 'Number', span, value: Number.parseFloat(token.text) };
      case 'true':
      case 'false':
        return { kind: 'Boolean', span, value: token.kind === 'true' };
      case '-': {
        const { start, end } = this.token;
        const value = Number.parseFloat(this.take().text);
        const operand: Expression = { kind: 'Number', span: { start, end }, value };
        return { kind: 'Unary', span: { start: span.start, end }, operator: '-', operand };
      }
      default:
        return { kind: 'Name', span, text: token.text };
    }
  }

  private startsPattern(): boolean {
    switch (this.token.kind) {
      case 'number':
      case 'true':
      case 'false':
      case 'else':
        return true;
      case '-':
        return this.ahead().kind === 'number';
      case 'name':
        return !this.atStatement();
      default:
        return false;
    }
  }

  // ---------------------------------------------------------------- lists in brackets

  /** `[ item , { "," , item } ]` and the closing bracket; the opening one has been taken. The height is then that of the highest item. */
  private list<Item>(opener: Token, of: ListOf<Item>): Item[] {
    const items: Item[] = [];
    this.waiting[of.close]++;
    this.height = 0;
    if (!this.atListEnd() || of.starts()) this.items(opener, of, items);
    this.waiting[of.close]--;
    this.close(opener, of.close, of.noun);
    // A copy holds no room for further items: of a large text that is much.
    return items.slice();
  }

  private items<Item>(opener: Token, of: ListOf<Item>, items: Item[]): void {
    let gaps: Gap[] | null = null;
    let highest = 0;
    for (let afterComma = false; ; ) {
      const before = this.position;
      let item: Item | null;
      if (of.starts() && !this.atEndOf(of.close, false)) {
        item = of.item();
        highest = Math.max(highest, this.height);
      } else {
        item = this.missingItem(opener, of, afterComma);
      }
      if (item !== null) items.push(item);
      this.surplusWithin(of.close);
      if (!this.at(',') && !this.atEndOf(of.close) && !of.starts()) this.junk(of);
      if (this.accept(',')) {
        if (of.trailing && this.at(of.close)) break;
        afterComma = true;
        continue;
      }
      if (this.atEndOf(of.close) || this.position === before) break;
      if (!this.heard()) {
        gaps ??= [];
        gaps.push({ before: this.previous, after: this.token });
      }
      this.broken = true;
      afterComma = false;
    }
    this.height = highest;
    if (gaps !== null) this.reportGaps(gaps);
  }

  private missingItem<Item>(opener: Token, of: ListOf<Item>, afterComma: boolean): Item | null {
    const item = `${article(of.noun)} ${of.noun}`;
    const code = `expected-${of.noun.replace(' ', '-')}`;
    if (this.at(',')) {
      const where = afterComma ? 'between `,` and `,`' : 'before `,`';
      const message = `Expected ${item} ${where}: write one or remove the comma.`;
      this.report(code, this.token, message, [removal(this.token, ',')]);
    } else if (afterComma && this.atRowBehind(of.close)) {
      this.unclosed(opener, of.close, of.noun, this.previous.start);
    } else if (afterComma && this.atListEnd()) {
      const message = `Expected another ${of.noun} after \`,\`: write one or remove the comma.`;
      this.report(code, this.previous, message, [removal(this.previous, ',')]);
    } else {
      this.report(code, this.place(), `Expected ${item}${this.found()}.`);
    }
    return of.missing();
  }

  /** Something that neither is an item nor separates two: skipped up to the next comma or the end of the list. */
  private junk<Item>(of: ListOf<Item>): void {
    this.giveUp('unexpected-text', this.place(), `Expected \`,\` or \`${of.close}\`${this.found()}.`);
    this.skipIn(true);
  }

  /** Skips to the end of the list, or to its next comma; brackets that open and close on the way are part of what is skipped. */
  private skipIn(toComma: boolean): void {
    for (let depth = 0; !this.atEnd() && (depth > 0 || !((toComma && this.at(',')) || this.atListEnd())); this.take()) {
      if (this.at('(') || this.at('[') || this.at('{')) depth++;
      else if (this.at(')') || this.at(']') || this.at('}')) depth--;
    }
  }

  /** Exactly one item and the closing bracket; the opening one has been taken. `several`: what to do instead of listing more. */
  private single<Item>(opener: Token, of: ListOf<Item>, several: string): Item | null {
    this.waiting[of.close]++;
    let item: Item | null = null;
    if (of.starts()) item = of.item();
    else if (!this.atListEnd() || this.at(of.close)) item = this.missingItem(opener, of, false);
    if (!this.atListEnd() && !(this.at(',') && !this.closesLater(of.close))) {
      const message = this.at(',') ? several : `Expected an operator or \`${of.close}\`${this.found()}.`;
      this.giveUp(this.at(',') ? 'surplus-item' : 'unexpected-text', this.place(), message);
      this.skipIn(false);
    }
    this.waiting[of.close]--;
    this.close(opener, of.close, of.noun);
    return item;
  }

  /** The next closing bracket that belongs to what is open, counted from some tokens ahead; null where a short look does not find it. */
  private closerAhead(from = 0): (Token & { readonly kind: Closer }) | null {
    for (let ahead = from, depth = 0; ahead < 40; ahead++) {
      const token = this.ahead(ahead);
      const { kind, first } = token;
      if (kind === '(' || kind === '[' || kind === '{') depth++;
      else if (isCloser(kind) && depth-- === 0) return { ...token, kind };
      else if (kind === 'end' || (first && ahead > 0 && isStatementKeyword(kind))) return null;
    }
    return null;
  }

  /** Whether, of the closing brackets that belong to what is open, the next is this one. A short look: it only picks a message. */
  private closesLater(close: Closer, from = 0): boolean {
    return this.closerAhead(from)?.kind === close;
  }

  /** All the commas that one list lacks are one mistake. */
  private reportGaps(gaps: readonly Gap[]): void {
    const said = gaps.filter(({ after }) => !after.trouble);
    const first = said[0];
    if (first === undefined || this.diagnostics.length >= mostDiagnostics) return;
    const between = `between ${quoted(first.before.text)} and ${quoted(first.after.text)}`;
    const one = said.length === 1;
    const { start, end } = first.after.first ? first.before : first.after;
    this.diagnostics.push({
      code: 'missing-comma',
      severity: 'error',
      span: { start, end },
      message: one ? `A comma is missing ${between}; add it.` : `Commas are missing, the first ${between}; add them.`,
      fixes: [
        {
          title: one ? 'Add `,`' : 'Add the commas',
          edits: said.map(({ before: { end } }) => ({ span: { start: end, end }, text: ',' })),
        },
      ],
      related: [],
    });
  }

  /** The closing bracket of an open one. */
  private close(opener: Token, close: Closer, noun: string): void {
    if (this.accept(close)) return;
    const { kind } = this.token;
    if (isCloser(kind) && this.waiting[kind] === 0) {
      const message = `\`${opener.text}\` is closed by \`${close}\`, not by \`${kind}\`.`;
      this.report('wrong-bracket', this.token, message, [replacement(this.token, close)], opener);
      this.take();
      return;
    }
    this.unclosed(opener, close, noun, this.previous.end);
  }

  private unclosed(opener: Token, close: Closer, noun: string, end: number): void {
    const message = `\`${opener.text}\` is never closed: add \`${close}\` after the last ${noun}.`;
    this.report('unclosed-bracket', opener, message, [insertion(end, close)]);
  }

  /** A closing bracket that closes nothing, before the one that is waited for. */
  private surplusWithin(close: Closer): void {
    const { kind } = this.token;
    if (isCloser(kind) && kind !== close && this.waiting[kind] === 0 && this.closesLater(close, 1))
      this.surplusClosers();
  }

  /** Closing brackets that close nothing: skipped, so that what follows them is still read. */
  private surplusClosers(): boolean {
    if (!this.isSurplus(this.token.kind)) return false;
    const { start } = this.token;
    let end = start;
    let count = 0;
    for (; this.isSurplus(this.ahead(count).kind); count++) end = this.ahead(count).end;
    const written = this.text.slice(start, end);
    this.report('surplus-bracket', { start, end }, `${quoted(written)} closes nothing; remove it.`, [
      removal({ start, end }, written),
    ]);
    while (count-- > 0) this.take();
    this.hush();
    return true;
  }

  private isSurplus(kind: TokenKind): boolean {
    return isCloser(kind) && this.waiting[kind] === 0;
  }

  /** Whether a list with this closing bracket ends here. With `look` false only where an item could start as well. */
  private atEndOf(close: Closer, look = true): boolean {
    return (look && this.atListEnd()) || this.atRowBehind(close);
  }

  /** Whether the next row of the table around starts here, so that the list inside it must have ended. */
  private atRowBehind(close: Closer): boolean {
    const { kind } = this.token;
    if (close === '}' || this.waiting['}'] === 0 || this.ahead().kind !== ':') return false;
    return kind === 'true' || kind === 'false' || kind === 'else';
  }

  /** Whether no further item can follow: a closing bracket, or what stands only outside of all brackets. */
  private atListEnd(): boolean {
    switch (this.token.kind) {
      case ')':
      case ']':
      case '}':
      case '~':
      case '|':
      case 'for':
      case 'from':
      case 'columns':
        return true;
      default:
        return this.atEnd();
    }
  }

  // ---------------------------------------------------------------- reporting

  /** Reports a mistake behind which the parser goes on as if it had not been made. */
  private report(code: string, span: Span, message: string, fixes: readonly Fix[] = [], opener?: Token): void {
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
  private heard(): boolean {
    return this.givenUp || this.reportedAt === this.position || this.token.trouble;
  }

  /** What is wrong here follows from what was reported last. */
  private hush(): void {
    this.reportedAt = this.position;
  }

  /** Reports a mistake behind which the rest of the statement cannot be trusted: nothing more is said of it. */
  private giveUp(code: string, span: Span, message: string, fixes: readonly Fix[] = []): void {
    this.report(code, span, message, fixes);
    this.givenUp = true;
  }

  /** Where to underline something missing: the token found in its place, or the last one where the statement ends there. */
  private place(): Span {
    return this.atEnd() || this.token.first ? this.previous : this.token;
  }

  /** `, found x`, or nothing where the statement ends there. */
  private found(): string {
    return this.atEnd() || this.token.first ? '' : `, found ${quoted(this.token.text)}`;
  }

  // ---------------------------------------------------------------- looking and taking

  private at(kind: TokenKind): boolean {
    return this.token.kind === kind;
  }

  private ahead(count = 1): Token {
    return this.tokens.token(this.position + count);
  }

  private take(): Token {
    const { token } = this;
    if (token.kind === 'end') return token;
    if (token.trouble) this.broken = true;
    this.previous = token;
    this.token = this.tokens.token(++this.position);
    return token;
  }

  private accept(kind: TokenKind): Token | null {
    return this.token.kind === kind ? this.take() : null;
  }

  /** From a start to the end of the last token taken. */
  private spanFrom(start: number): Span {
    return { start, end: Math.max(start, this.previous.end) };
  }

  /** The place of something that is missing: empty, right behind the last token. */
  private hole(): Hole {
    const { end } = this.previous;
    return { kind: 'Hole', span: { start: end, end } };
  }
}

/** So many tokens of a row are looked at to tell it from an index. */
const mostPatterns = 32;

function isPattern(kind: TokenKind): boolean {
  return kind === 'name' || kind === 'number' || kind === 'true' || kind === 'false' || kind === 'else';
}

/** Families alone start with a capital letter: an index behind one is its arguments, in the wrong brackets. */
function isFamilyLike(name: string): boolean {
  const isSmall = name.charCodeAt(0) >= 97 && name.charCodeAt(0) <= 122;
  return !isSmall && /^\p{Lu}\p{Ll}/u.test(name);
}

function isName({ kind, text }: Token): boolean {
  return kind === 'name' || isKeyword(text);
}

function wrongBinder(binder: '=' | '~', token: Token): [string, Token, string, [ReturnType<typeof replacement>]] {
  const fix = replacement(token, binder);
  if (binder === '~') {
    const message = `A variable is drawn from its distribution with \`~\`, not set with \`${token.text}\`; write \`~\`.`;
    return ['expected-tilde', token, message, [fix]];
  }
  if (token.kind === '~') {
    return ['expected-equals', token, 'Only `latent` and `observed` draw with `~`; write `=` here.', [fix]];
  }
  const code = token.kind === '==' ? 'double-equals' : 'expected-equals';
  return [code, token, `A value is given with \`=\`, not with \`${token.text}\`; write \`=\`.`, [fix]];
}

function isCloser(kind: string): kind is Closer {
  return kind === ')' || kind === ']' || kind === '}';
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a';
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
