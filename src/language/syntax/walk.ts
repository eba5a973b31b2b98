import type { Expression } from './tree';

/**
 * Calls `visit` for an expression and everything in it that `enters` lets it into, in no fixed order, without recursion.
 * Patterns of `case` rows are included.
 */
export function forEachExpression(
  root: Expression,
  visit: (expression: Expression) => void,
  enters: (expression: Expression) => boolean = () => true,
): void {
  const stack: Expression[] = [root];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    visit(next);
    if (enters(next)) pushChildren(next, stack);
  }
}

function pushChildren(expression: Expression, into: Expression[]): void {
  switch (expression.kind) {
    case 'Vector':
      for (const item of expression.items) into.push(item);
      return;
    case 'Unary':
      into.push(expression.operand);
      return;
    case 'Binary':
      into.push(expression.left, expression.right);
      return;
    case 'Call':
      for (const { value } of expression.args) into.push(value);
      return;
    case 'Index':
      into.push(expression.base, expression.index);
      return;
    case 'Pipeline':
      into.push(expression.input);
      for (const stage of expression.stages) into.push(stage);
      return;
    case 'Case':
      for (const subject of expression.subjects) into.push(subject);
      for (const row of expression.rows) {
        for (const pattern of row.patterns ?? []) into.push(pattern);
        into.push(row.value);
      }
      return;
    default:
      return;
  }
}
