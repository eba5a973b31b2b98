import { PlacedNumbers } from '../names/placedNumbers';
import { literalNumber } from '../syntax/literal';
import type { Span } from '../syntax/span';
import type { Expression, Tree } from '../syntax/tree';
import type { Inference } from '../types/inference';

/** The numbers of a model that can change without a change of its structure. */
export interface Slots {
  /** The slot of a literal, a minus sign before it included. Literals that shape the model (indices, units, copies, bounds) have none. */
  readonly of: Pick<PlacedNumbers, 'get'>;
  readonly numbers: readonly number[];
  readonly spans: readonly Span[];
}

/** Numbers the literals in the order of the text. */
export function assignSlots(tree: Tree, inference: Inference): Slots {
  const of = new PlacedNumbers(tree.span.end);
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
    switch (expression.kind) {
      case 'Vector':
        for (const item of expression.items) visit(item);
        return;
      case 'Unary':
        visit(expression.operand);
        return;
      case 'Binary':
        visit(expression.left);
        if (expression.operator !== '^' || inference.info(expression.left)?.sort !== 'distribution') {
          visit(expression.right);
        }
        return;
      case 'Call':
        for (const { value } of expression.args) visit(value);
        return;
      case 'Index':
        visit(expression.base);
        return;
      case 'Pipeline':
        visit(expression.input);
        return;
      case 'Case':
        for (const subject of expression.subjects) visit(subject);
        for (const { value } of expression.rows) visit(value);
        return;
      default:
        return;
    }
  };
  for (const statement of tree.statements) {
    switch (statement.kind) {
      case 'Param':
        for (const bound of statement.domain?.args ?? []) visit(bound);
        visit(statement.value);
        break;
      case 'Let':
        visit(statement.value);
        break;
      case 'Network':
        visit(statement.body);
        break;
      case 'Variable':
        visit(statement.distribution);
        break;
      default:
        break;
    }
  }
  return { of, numbers, spans };
}
