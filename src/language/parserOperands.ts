import { BracketParser, type ListOf } from './parserBrackets';
import { quoted, removal, replacement, spanOf } from './parserCursor';
import type { Argument, Expression, Identifier } from './tree';

/** A tree may be this high. Chains such as `1 + 1 + …` grow it too, and whoever walks the tree must not run out of stack. */
export const heightLimit = 400;

/** What operators stand between: numbers, names, calls, vectors, and expressions in brackets. */
export abstract class OperandParser extends BracketParser {
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

  protected abstract expression(): Expression;
  protected abstract unary(): Expression;
  protected abstract caseTable(): Expression;
  protected abstract atMisplacedRows(): boolean;

  /** `[ expression ]` */
  protected index(ofFamily = false): Expression {
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

  // primary = number | "true" | "false" | name | call | vector | case | "(" , expression , ")" ;
  protected primary(): Expression {
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

  private missingArgument(): Argument {
    const value = this.hole();
    return { kind: 'Argument', span: value.span, name: null, value };
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

  /** Whether the current token starts an expression, be it a keyword taken for a name. */
  protected startsExpression(): boolean {
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

  /** The expression, or a hole of its span where it has grown too high. */
  protected low(expression: Expression): Expression {
    if (this.height <= heightLimit) return expression;
    const { start, end } = this.previous;
    const message = `This has more than ${heightLimit} operations inside one another; give parts of it names with \`let\`.`;
    this.giveUp('nested-too-deeply', { start, end }, message);
    this.height = 1;
    return { kind: 'Hole', span: expression.span };
  }
}
