import type { Loops } from '../../model/loops';
import type { Expr } from '../../model/model';
import { Unanswerable } from '../api/unanswerable';

/**
 * The value of an expression over numbers and loop names only, such as the `t - 1` of `z[t-1]`.
 * @throws Unanswerable where it uses anything else.
 */
export function indexValue(expr: Expr, numbers: ArrayLike<number>, loops: Loops): number {
  const value = (part: Expr) => indexValue(part, numbers, loops);
  switch (expr.op) {
    case 'number':
      return numbers[expr.slot] ?? Number.NaN;
    case 'constant':
      return expr.value;
    case 'loop':
      return loops.get(expr.name) ?? Number.NaN;
    case 'negate':
      return -value(expr.operand);
    case 'add':
      return value(expr.left) + value(expr.right);
    case 'subtract':
      return value(expr.left) - value(expr.right);
    case 'multiply':
      return value(expr.left) * value(expr.right);
    case 'divide':
      return value(expr.left) / value(expr.right);
    case 'power':
      return value(expr.left) ** value(expr.right);
    default:
      throw new Unanswerable('The index of a chain must be made of numbers and the loop’s own index, such as t − 1.');
  }
}

/** The slots of the numbers that an index is made of: a change of one of them changes which elements depend on which. */
export function indexSlots(expr: Expr): number[] {
  switch (expr.op) {
    case 'number':
      return [expr.slot];
    case 'negate':
      return indexSlots(expr.operand);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'power':
      return [...indexSlots(expr.left), ...indexSlots(expr.right)];
    default:
      return [];
  }
}
