import { insertion, quoted } from './parserCursor';
import { OperandParser } from './parserOperands';
import type { Token, TokenKind } from './token';
import type { BinaryOperator, Expression } from './tree';

/** Brackets, minus signs and powers may stand this deep inside one another. */
export const nestingLimit = 200;

/** Operators by their precedence. */
export abstract class ExpressionParser extends OperandParser {
  private depth = 0;
  /** How deep the variable behind a `case` stands that is being read, which the table's rows follow; 0 where there is none. */
  private subjectDepth = 0;

  // expression = sum , { "->" , sum } ;
  protected override expression(): Expression {
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
  protected sum(): Expression {
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
  protected override unary(): Expression {
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

  /** A variable behind `case`. */
  protected subject(): Expression {
    const { subjectDepth } = this;
    this.subjectDepth = this.depth + 1;
    const subject = this.sum();
    this.subjectDepth = subjectDepth;
    return subject;
  }

  protected override atMisplacedRows(): boolean {
    return this.depth === this.subjectDepth && this.rowsInBracket();
  }

  /** Whether the bracket here is that of `[true: 1, …]` or `(1: 0.5, …)`: rows of a `case` in the wrong brackets, and no index or call. */
  protected rowsInBracket(): boolean {
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

  private tooDeep(): Expression {
    const message = `This nests more than ${nestingLimit} levels deep; give the inner parts names with \`let\`.`;
    this.giveUp('nested-too-deeply', this.token, message);
    this.skipStatement();
    this.height = 1;
    return this.hole();
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
