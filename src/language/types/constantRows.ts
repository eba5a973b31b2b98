import type { ValueType } from '../../model/type';
import { literalNumber } from '../syntax/literal';
import type { Expression } from '../syntax/tree';
import { labelCode } from './casePattern';

/** The number that an inline observation stands for: a number, `true` or `false`, or a label; null for anything else. */
export function observedValue(expression: Expression, type: ValueType): number | null {
  if (expression.kind === 'Boolean') return expression.value ? 1 : 0;
  if (expression.kind === 'Name' && type.labels) return labelCode(expression.text, type.labels) || null;
  return literalNumber(expression);
}

/** How many lists stand inside one another along the first items. */
export function depthOf(expression: Expression): number {
  let depth = 0;
  for (let next: Expression | undefined = expression; next?.kind === 'Vector'; next = next.items[0]) depth++;
  return depth;
}

/** The values of one observation, row-major. */
export function leavesOf(expression: Expression): Expression[] {
  const leaves: Expression[] = [];
  const visit = (part: Expression): void => {
    if (part.kind === 'Vector') for (const item of part.items) visit(item);
    else leaves.push(part);
  };
  visit(expression);
  return leaves;
}

/**
 * The observations in an inline value, for a variable whose one draw has `rank` axes: a list of draws, or one draw by
 * itself.
 */
export function observationsOf(expression: Expression, rank: number): readonly Expression[] {
  return expression.kind === 'Vector' && depthOf(expression) > rank ? expression.items : [expression];
}
