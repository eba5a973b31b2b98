import type { Scope } from '../names/scope';
import type { Expression } from '../syntax/tree';
import { forEachExpression } from '../syntax/walk';

/** Whether an expression outside of the model, such as an end of a view, calls a network: its value is known to no checker. */
export function callsNetwork(expression: Expression, scope: Scope): boolean {
  let found = false;
  forEachExpression(expression, (part) => {
    if (part.kind === 'Call') found ||= scope.globals.get(part.callee.text)?.kind === 'network';
  });
  return found;
}
