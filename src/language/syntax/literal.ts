import type { Expression } from './tree';

/** The value of a number written out, a minus sign before it included; null for anything else. */
export function literalNumber(expression: Expression): number | null {
  if (expression.kind === 'Number') return expression.value;
  if (expression.kind === 'Unary' && expression.operand.kind === 'Number') return -expression.operand.value;
  return null;
}

/** The same for a whole number. */
export function literalInteger(expression: Expression): number | null {
  const value = literalNumber(expression);
  return value !== null && Number.isSafeInteger(value) ? value : null;
}
