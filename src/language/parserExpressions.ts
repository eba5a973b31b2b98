import { BracketParser, type ListOf } from './parserBrackets';
import { insertion, quoted, removal, replacement } from './parserCursor';
import type { Token } from './token';
import type { Argument, BinaryOperator, Expression, Identifier } from './tree';

/** Brackets, minus signs and powers may stand this deep inside one another. */
export const nestingLimit = 200;

/** A tree may be this high. Chains such as `1 + 1 + …` grow it too, and whoever walks the tree must not run out of stack. */
export const heightLimit = 400;

/** Everything that has a value: operators by their precedence, calls, vectors, names and numbers. */
export abstract class ExpressionParser extends BracketParser {
  /** Height of the expression read last. */
  protected height = 0;
  private depth = 0;

  protected abstract caseTable(): Expression;

  // expression = sum , { "->" , sum } ;
  protected expression(): Expression {
    const input = this.sum();
    if (!this.at('->')) return input;
    let { height } = this;
    const stages: Expression[] = [];
    while (this.accept('->')) {
      stages.push(this.sum());
      height = Math.max(height + 1, this.height + 1);
    }
    this.height = height;
    return this.low({ kind: 'Pipeline', span: this.spanFrom(input.span.start), input, stages });
  }

  // sum = product , { ( "+" | "-" ) , product } ;
  protected sum(): Expression {
    let left = this.product();
    while (this.at('+') || this.at('-')) {
      const { height } = this;
      left = this.binary(left, height, this.take(), this.product());
    }
    return left;
  }

  // product = unary , { ( "*" | "/" ) , unary } ;
  private product(): Expression {
    let left = this.unary();
    for (;;) {
      const { height } = this;
      if (this.at('*') || this.at('/')) left = this.binary(left, height, this.take(), this.unary());
      else if (this.atImpliedProduct()) left = this.binary(left, height, this.impliedTimes(), this.unary());
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
    const message = `A product needs its \`*\`: write ${quoted(`${previous.text} * ${token.text}`)}.`;
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
    const base = this.postfix();
    if (!this.at('^')) return base;
    const { height } = this;
    return this.binary(base, height, this.take(), this.unary());
  }

  private binary(left: Expression, leftHeight: number, operator: Token, right: Expression): Expression {
    this.height = Math.max(leftHeight, this.height) + 1;
    return this.low({
      kind: 'Binary',
      span: this.spanFrom(left.span.start),
      operator: operator.kind as BinaryOperator,
      operatorSpan: { start: operator.start, end: operator.end },
      left,
      right,
    });
  }

  // postfix = primary , { "[" , expression , "]" } ;
  private postfix(): Expression {
    let base = this.primary();
    while (this.at('[')) {
      const { height } = this;
      const index = this.index();
      this.height = Math.max(height, this.height) + 1;
      base = this.low({ kind: 'Index', span: this.spanFrom(base.span.start), base, index });
    }
    return base;
  }

  /** `[ expression ]` */
  protected index(): Expression {
    return this.one(
      ']',
      'index',
      'An element is picked by one index; for a matrix write two pairs of brackets, as in `w[1][2]`.',
    );
  }

  /** One expression in the brackets that open here. */
  private one(close: ')' | ']', noun: string, several: string): Expression {
    const opener = this.take();
    const of: ListOf<Expression> = {
      opener,
      close,
      noun,
      starts: () => this.startsExpression(),
      item: () => this.expression(),
      missing: () => this.hole(),
    };
    return this.single(of, several) ?? this.hole();
  }

  // primary = number | "true" | "false" | name | call | vector | case | "(" , expression , ")" ;
  private primary(): Expression {
    const { token } = this;
    const span = { start: token.start, end: token.end };
    this.height = 1;
    switch (token.kind) {
      case 'number':
        this.take();
        return { kind: 'Number', span, value: Number.parseFloat(token.text) };
      case 'name':
        if (token.first && this.atStatement()) return this.noPrimary();
        this.take();
        if (this.at('(')) return this.call(this.identifier(token));
        return { kind: 'Name', span, text: token.text };
      case 'true':
      case 'false':
        this.take();
        return { kind: 'Boolean', span, value: token.kind === 'true' };
      case '[':
        return this.vector();
      case '(':
        return this.one(')', 'value', 'A list of values stands in square brackets, as in `[0.3, 0.7]`.');
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
    let height = 0;
    const args = this.list({
      opener,
      close: ')',
      noun: 'argument',
      starts: () => this.startsExpression(),
      item: () => {
        const argument = this.argument();
        height = Math.max(height, this.height);
        return argument;
      },
      missing: () => this.missingArgument(),
    });
    const closed = this.previous.kind === ')' && this.previous !== opener;
    const end = closed ? this.previous.start : this.previous.end;
    this.height = height + 1;
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
      return { kind: 'Argument', span: this.spanFrom(start), name: null, value };
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
    let height = 0;
    const items = this.list({
      opener,
      close: ']',
      noun: 'value',
      starts: () => this.startsExpression(),
      item: () => {
        const item = this.expression();
        height = Math.max(height, this.height);
        return item;
      },
      missing: (): Expression => this.hole(),
    });
    const span = this.spanFrom(opener.start);
    if (items.length === 0) {
      const message = 'Expected a value between `[` and `]`: a vector has at least one element.';
      this.report('expected-value', span, message);
    }
    this.height = height + 1;
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

  private tooDeep(): Expression {
    const message = `This nests more than ${nestingLimit} levels deep; give the inner parts names with \`let\`.`;
    this.giveUp('nested-too-deeply', this.token, message);
    this.skipStatement();
    this.height = 1;
    return this.hole();
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
