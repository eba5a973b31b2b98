import { expect, it } from 'vitest';
import { treeNumbers } from '../../../src/language/names/nodeNumbers';
import { parse } from '../../../src/language/syntax/parser';
import type { Call, Expression } from '../../../src/language/syntax/tree';
import { forEachExpression } from '../../../src/language/syntax/walk';
import { expressionsOf } from '../inspect';

/** The expressions of a text that stand for no number written out and no name. */
function expressionsIn(text: string): Expression[] {
  const found: Expression[] = [];
  for (const statement of parse(text).tree.statements) {
    for (const root of expressionsOf(statement)) {
      forEachExpression(root, (expression) => {
        if (expression.kind !== 'Number' && expression.kind !== 'Name') found.push(expression);
      });
    }
  }
  return found;
}

const nested = 'let a = -((b[1])[2] + f([c, [d]])[3]) * (e -> dense(2)) + case k { true: -1^2, else: false }';

it('gives every node a number of its own, also where expressions start at one place', () => {
  const expressions = expressionsIn(nested);
  const { expressions: numbers } = treeNumbers(nested.length);
  expect(expressions.map((expression) => numbers.find(expression))).toEqual(expressions.map(() => -1));
  expect(expressions.map((expression) => numbers.of(expression))).toEqual(expressions.map((_, at) => at));
  expect(expressions.map((expression) => numbers.of(expression))).toEqual(expressions.map((_, at) => at));
  expect(expressions.map((expression) => numbers.find(expression))).toEqual(expressions.map((_, at) => at));
});

it('counts statements, calls and expressions apart', () => {
  const text = 'let a = exp(1)\nlet b = exp(a)';
  const { statements, calls, expressions } = treeNumbers(text.length);
  const { tree } = parse(text);
  const all = expressionsIn(text);
  expect(tree.statements.map((statement) => statements.of(statement))).toEqual([0, 1]);
  expect(all.map((call) => calls.of(call as Call))).toEqual([0, 1]);
  expect(all.map((call) => expressions.of(call))).toEqual([0, 1]);
  expect(tree.statements.map((statement) => statements.find(statement))).toEqual([0, 1]);
});

it('tells nodes apart that share a place in a broken text', () => {
  const hole = (): Expression => ({ kind: 'Hole', span: { start: 3, end: 3 } });
  const [first, second, third] = [hole(), hole(), hole()];
  const { expressions } = treeNumbers(3);
  expect([expressions.of(first!), expressions.of(second!)]).toEqual([0, 1]);
  expect([first!, second!, third!].map((node) => expressions.find(node))).toEqual([0, 1, -1]);
});
