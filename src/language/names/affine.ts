import { literalInteger } from '../syntax/literal';
import type { Expression } from '../syntax/tree';

/** An index as `slope × t + offset`, with t the index of the loop around it. */
export interface Affine {
  readonly slope: number;
  readonly offset: number;
}

/** Reads an index made of whole numbers, the loop's name, `+`, `-` and `*`; null for anything else. */
export function affine(expression: Expression, loop: string | null): Affine | null {
  const number = literalInteger(expression);
  if (number !== null) return { slope: 0, offset: number };
  if (expression.kind === 'Name') return expression.text === loop ? { slope: 1, offset: 0 } : null;
  if (expression.kind === 'Unary') return times(affine(expression.operand, loop), -1);
  if (expression.kind !== 'Binary') return null;
  const [left, right] = [affine(expression.left, loop), affine(expression.right, loop)];
  if (left === null || right === null) return null;
  switch (expression.operator) {
    case '+':
      return { slope: left.slope + right.slope, offset: left.offset + right.offset };
    case '-':
      return { slope: left.slope - right.slope, offset: left.offset - right.offset };
    case '*':
      if (left.slope === 0) return times(right, left.offset);
      return right.slope === 0 ? times(left, right.offset) : null;
    default:
      return null;
  }
}

export function at({ slope, offset }: Affine, index: number): number {
  return slope * index + offset;
}

function times(form: Affine | null, factor: number): Affine | null {
  return form && { slope: form.slope * factor, offset: form.offset * factor };
}
