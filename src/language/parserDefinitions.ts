import { insertion, quoted, spanOf } from './parserCursor';
import { VariableParser } from './parserVariables';
import type { Token } from './token';
import type { Domain, Expression, Identifier, LetStatement, NetworkStatement, ParamStatement } from './tree';

/** `param`, `let` and `network`: a name and its value. */
export abstract class DefinitionParser extends VariableParser {
  // param = "param" , name , [ ":" , domain ] , "=" , expression ;
  protected param(keyword: Token): ParamStatement {
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
  protected let(keyword: Token): LetStatement {
    const name = this.definedName({ role: 'an expression', example: 'let scale = 2 * sigma' });
    const value = this.value();
    const span = this.finish(keyword);
    return { kind: 'Let', span, keyword: spanOf(keyword), broken: this.broken, name, value };
  }

  // network = "network" , name , "(" , name , { "," , name } , ")" , "=" , expression ;
  protected network(keyword: Token): NetworkStatement {
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

  /** `= expression` */
  protected value(): Expression {
    if (!this.bind('=', 'a value, such as `0.5` or `[0.3, 0.7]`')) return this.hole();
    return this.expression();
  }
}
