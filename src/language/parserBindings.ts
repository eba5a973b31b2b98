import { CaseParser } from './parserCases';
import { insertion, quoted, replacement } from './parserCursor';
import { isKeyword, type Token } from './token';
import type { Identifier } from './tree';

/** The names for what a statement defines, in its messages. */
export interface Naming {
  /** `a parameter` */
  readonly role: string;
  /** A whole statement: `param mu = 0`. */
  readonly example: string;
  /** The keyword that stands behind the name: here it is no name itself. */
  readonly before?: 'from' | 'in';
}

/** The words and signs that statements are made of: names, `=` and `~`, `from` and `in`. */
export abstract class BindingParser extends CaseParser {
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

  protected atBinder(): boolean {
    return this.isBinder(this.token);
  }

  private isBinder({ kind }: Token): boolean {
    return kind === '=' || kind === '~' || kind === '==' || kind === ':';
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
