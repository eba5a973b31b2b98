import type { ListOf } from './parserBrackets';
import { insertion, quoted, replacement, spanOf } from './parserCursor';
import { ExpressionParser } from './parserExpressions';
import type { CaseRow, Expression } from './tree';

/** Look-up tables. */
export abstract class CaseParser extends ExpressionParser {
  // case = "case" , sum , { "," , sum } , "{" , row , { "," , row } , [ "," ] , "}" ;
  protected override caseTable(): Expression {
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

  private readonly rowList: ListOf<CaseRow> = {
    close: '}',
    noun: 'row',
    starts: () => this.startsPattern(),
    item: () => this.row(),
    missing: () => null,
    trailing: true,
  };

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
}
