import { closest } from './didYouMean';
import { CaseParser } from './parserCases';
import { insertion, quoted, removal, replacement, spanOf } from './parserCursor';
import { isKeyword, type Token } from './token';
import type { Expression, Identifier, Loop, Reference, VariableStatement } from './tree';

/** The names for what a statement defines, in its messages. */
export interface Naming {
  /** `a parameter` */
  readonly role: string;
  /** A whole statement: `param mu = 0`. */
  readonly example: string;
  /** The keyword that stands behind the name: here it is no name itself. */
  readonly before?: 'from' | 'in';
}

/** `latent` and `observed`, with parents and loops. */
export abstract class VariableParser extends CaseParser {
  // variable = ( "latent" | "observed" ) , reference , [ "|" , reference , { "," , reference } ] , "~" , expression , [ loop ] ;
  protected variable(keyword: Token, role: 'latent' | 'observed'): VariableStatement {
    const article = role === 'latent' ? 'a' : 'an';
    const naming = {
      role: `${article} ${role} variable`,
      example: role === 'latent' ? 'latent z ~ Normal(0, 1)' : 'observed x ~ Normal(0, 1)',
    };
    const target = this.reference(naming);
    const bar = this.accept('|');
    const parents = bar && this.parents(bar);
    const parentsSpan = bar && this.spanFrom(bar.start);
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
  protected reference(naming: Naming): Reference | null {
    const bare = this.bareReference(naming);
    if (bare === null || !this.at('[')) return bare;
    const index = this.index();
    return { ...bare, span: this.spanFrom(bare.span.start), index };
  }

  protected bareReference(naming: Naming): Reference | null {
    const name = this.definedName(naming);
    return name && { kind: 'Reference', span: name.span, name, index: null };
  }

  /** The name that a statement defines; where it is missing, skips to what follows it. */
  protected definedName({ role, example, before }: Naming): Identifier | null {
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

  private parents(bar: Token): Reference[] {
    const parents: Reference[] = [];
    if (!this.startsReference()) {
      const message = 'Expected a parent after `|`: name the variables that this one depends on, or remove the `|`.';
      this.report('expected-parent', bar, message, [removal(bar, '|')]);
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

  /**
   * The `=` or `~` between what is defined and its meaning; another of the kind is mended, a missing one too where
   * something follows. False where nothing does. `what`: what should follow, with an example.
   */
  protected bind(binder: '=' | '~', what: string): boolean {
    if (this.accept(binder)) return true;
    const { token, previous } = this;
    if (this.atBinder()) {
      this.report(...wrongBinder(binder, token));
      this.take();
      return true;
    }
    const code = binder === '~' ? 'missing-tilde' : 'missing-equals';
    if (this.startsExpression() && !this.isBinder(this.ahead())) {
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

  // loop = "for" , name , "in" , sum , ".." , sum ;
  private loop(): Loop {
    const keyword = this.take();
    const example = 'for t in 2..20';
    const variable = this.nameOrKeyword('an index');
    if (variable === null) {
      const message = `Expected the name of an index after \`for\`, as in \`${example}\`${this.found()}.`;
      this.giveUp('expected-name', this.place(), message);
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

  /** A keyword inside a statement, such as `from`; a misspelled one is mended, a missing one taken for granted. */
  protected word(keyword: 'in' | 'from', example: string): void {
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
