import { literalNumber } from './literal';
import type { Span } from './span';
import type { Expression, Statement, Tree } from './tree';
import { forEachExpression } from './walk';

/** The numbers that are written in the definitions of a text, a minus sign before one included, in the order of the text; as far as can be told where it has errors. */
export function writtenNumbers({ statements }: Pick<Tree, 'statements'>): { span: Span; value: number }[] {
  const found: { span: Span; value: number }[] = [];
  for (const root of statements.flatMap(definitionsIn)) {
    forEachExpression(
      root,
      (expression) => {
        const value = literalNumber(expression);
        if (value !== null) found.push({ span: expression.span, value });
      },
      (expression) => literalNumber(expression) === null,
    );
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function definitionsIn(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case 'Param':
      return [...(statement.domain?.args ?? []), statement.value];
    case 'Let':
      return [statement.value];
    case 'Network':
      return [statement.body];
    case 'Variable':
      return [statement.distribution];
    default:
      return [];
  }
}
