import { isFamily, isFunction } from '../names/lookup';
import type { Scope } from '../names/scope';
import type { Call, Expression, Name } from '../syntax/tree';
import { forEachExpression } from '../syntax/walk';

type Names = Pick<Scope, 'definedAt'>;

/** Whether an expression is meant as a distribution, whatever is wrong within it: a family, copies of one, a `case` with one in a row. */
export function isDistribution(expression: Expression, scope: Names): boolean {
  return isMadeOf(expression, (leaf) => isFamilyOf(leaf, scope));
}

/** The same, but that a name which nothing defines may be meant as a family, too. */
export function mayBeDistribution(expression: Expression, scope: Names): boolean {
  return isMadeOf(expression, (leaf) => {
    const name = leaf.kind === 'Call' ? leaf.callee : leaf;
    return !scope.definedAt.has(name) && !isFunction(name.text) && name.text !== 'dense';
  });
}

/** Whether a family stands somewhere in an expression. */
export function holdsDistribution(expression: Expression, scope: Names): boolean {
  let holds = false;
  forEachExpression(expression, (part) => {
    holds ||= (part.kind === 'Call' || part.kind === 'Name') && isFamilyOf(part, scope);
  });
  return holds;
}

function isMadeOf(expression: Expression, isOne: (leaf: Call | Name) => boolean): boolean {
  switch (expression.kind) {
    case 'Call':
    case 'Name':
      return isOne(expression);
    case 'Binary':
      return expression.operator === '^' && isMadeOf(expression.left, isOne);
    case 'Case':
      return expression.rows.some(({ value }) => isMadeOf(value, isOne));
    default:
      return false;
  }
}

function isFamilyOf(leaf: Call | Name, { definedAt }: Names): boolean {
  return leaf.kind === 'Call' ? isFamily(leaf.callee.text) : isFamily(leaf.text) && !definedAt.has(leaf);
}
