import type { Expr } from '../../src/model/model';
import type { Reading } from './reading';

/**
 * The value of an expression that chooses an element or a row, where it is made of numbers, loop indices and variables whose
 * states are known; null for anything else.
 */
export function evaluateIndex(expr: Expr, reading: Reading): number | null {
  switch (expr.op) {
    case 'number':
      return reading.numbers[expr.slot] ?? null;
    case 'constant':
      return expr.value;
    case 'loop':
      return reading.loops.get(expr.name) ?? null;
    case 'variable':
      return reading.states.get(keyOf(expr.name, expr.index, reading)) ?? null;
    case 'negate':
      return combine(expr.operand, null, reading, (a) => -a);
    case 'add':
      return combine(expr.left, expr.right, reading, (a, b) => a + b);
    case 'subtract':
      return combine(expr.left, expr.right, reading, (a, b) => a - b);
    case 'multiply':
      return combine(expr.left, expr.right, reading, (a, b) => a * b);
    default:
      return null;
  }
}

function keyOf(name: string, index: Expr | null, reading: Reading): string {
  const at = index === null ? null : evaluateIndex(index, reading);
  return at === null ? name : `${name}[${at}]`;
}

function combine(left: Expr, right: Expr | null, reading: Reading, f: (a: number, b: number) => number): number | null {
  const a = evaluateIndex(left, reading);
  const b = right === null ? 0 : evaluateIndex(right, reading);
  return a === null || b === null ? null : f(a, b);
}
