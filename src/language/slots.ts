import type { Inference } from './inference';
import { literalNumber } from './literal';
import type { Span } from './span';
import type { Expression, Statement, Tree } from './tree';

/** The numbers of a model that can change without a change of its structure. */
export interface Slots {
  /** The slot of a literal, a minus sign before it included. Literals that shape the model (indices, units, copies, bounds) have none. */
  readonly of: ReadonlyMap<Expression, number>;
  readonly numbers: readonly number[];
  readonly spans: readonly Span[];
}

/** Numbers the literals in the order of the text. */
export function assignSlots(tree: Tree, inference: Inference): Slots {
  const of = new Map<Expression, number>();
  const numbers: number[] = [];
  const spans: Span[] = [];
  const visit = (expression: Expression): void => {
    const number = literalNumber(expression);
    if (number !== null) {
      of.set(expression, numbers.length);
      numbers.push(number);
      spans.push(expression.span);
      return;
    }
    for (const part of numericParts(expression, inference)) visit(part);
  };
  for (const statement of tree.statements) for (const root of rootsOf(statement)) visit(root);
  return { of, numbers, spans };
}

function rootsOf(statement: Statement): readonly Expression[] {
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

/** The parts of an expression, in the order of the text, that may hold a number with a slot. */
function numericParts(expression: Expression, inference: Inference): readonly Expression[] {
  switch (expression.kind) {
    case 'Vector':
      return expression.items;
    case 'Unary':
      return [expression.operand];
    case 'Binary': {
      const isCopies = inference.info(expression.left)?.sort === 'distribution';
      return isCopies ? [expression.left] : [expression.left, expression.right];
    }
    case 'Call':
      return expression.args.map(({ value }) => value);
    case 'Index':
      return [expression.base];
    case 'Pipeline':
      return [expression.input];
    case 'Case':
      return [...expression.subjects, ...expression.rows.map(({ value }) => value)];
    default:
      return [];
  }
}
