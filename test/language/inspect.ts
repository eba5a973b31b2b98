import type { Check } from '../../src/language/check/rule';
import { Memo } from '../../src/language/names/memo';
import { order } from '../../src/language/names/order';
import { References } from '../../src/language/names/references';
import { resolve } from '../../src/language/names/scope';
import { parse } from '../../src/language/syntax/parser';
import type { Call, Expression, Statement, VariableStatement } from '../../src/language/syntax/tree';
import { forEachExpression } from '../../src/language/syntax/walk';
import { Inference } from '../../src/language/types/inference';
import { unmark } from './harness';

/** What rules see of a text, without any rule run. Marks are taken out. */
export function inspect(source: string): Check {
  const { text } = unmark(source);
  const { tree } = parse(text);
  const scope = resolve(tree);
  const groups = order(scope);
  return {
    text,
    tree,
    files: new Map(),
    scope,
    groups,
    inference: new Inference(scope, groups),
    references: new References(text, scope, groups),
    found: [],
    parameterValues: new Memo(new Map()),
    problems: new Memo(new Map()),
    suggestions: { left: 1000 },
    report: () => {},
  };
}

/** The expressions that stand directly in a statement. */
export function expressionsOf(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case 'Param':
      return [...(statement.domain?.args ?? []), statement.value];
    case 'Let':
      return [statement.value];
    case 'Network':
      return [statement.body];
    case 'Variable': {
      const { target, parents, distribution, loop } = statement;
      const indices = [target, ...(parents ?? [])].flatMap((reference) => reference?.index ?? []);
      return [...indices, distribution, ...(loop ? [loop.from, loop.to] : [])];
    }
    case 'Data':
      return statement.value ? [statement.value] : [];
    case 'Fit':
      return statement.options.map(({ value }) => value);
    case 'View':
      return [...(statement.target?.index ? [statement.target.index] : []), statement.range];
    default:
      return [];
  }
}

/** The expression that a pair of marks encloses, with what rules see around it. */
export function inspectMarked(source: string): { readonly check: Check; readonly expression: Expression } {
  const check = inspect(source);
  const span = unmark(source).spans[0];
  const found: Expression[] = [];
  for (const statement of check.tree.statements) {
    for (const root of expressionsOf(statement)) {
      forEachExpression(root, (expression) => {
        if (expression.span.start === span?.start && expression.span.end === span.end) found.push(expression);
      });
    }
  }
  const expression = found[0];
  if (expression === undefined) throw new Error(`no expression at the marks of ${source}`);
  return { check, expression };
}

/** The value of `let a = …` in a text of its own. */
export function parseExpression(text: string): Expression {
  const statement = parse(`let a = ${text}`).tree.statements[0];
  if (statement?.kind !== 'Let') throw new Error(`no expression: ${text}`);
  return statement.value;
}

export function parseCall(text: string): Call {
  const expression = parseExpression(text);
  if (expression.kind !== 'Call') throw new Error(`no call: ${text}`);
  return expression;
}

/** The statements of a text that define variables. */
export function variableStatements(statements: readonly Statement[]): readonly VariableStatement[] {
  return statements.filter((statement) => statement.kind === 'Variable');
}
