import { closest } from './didYouMean';
import { BindingParser, type Naming } from './parserBindings';
import { insertion, quoted, removal, replacement, spanOf } from './parserCursor';
import type { Token } from './token';
import type { Expression, Loop, Reference, VariableStatement } from './tree';

/** `latent` and `observed`, with parents and loops. */
export abstract class VariableParser extends BindingParser {
  // variable = ( "latent" | "observed" ) , reference , [ "|" , reference , { "," , reference } ] , "~" , expression , [ loop ] ;
  protected variable(keyword: Token, role: 'latent' | 'observed'): VariableStatement {
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
}
