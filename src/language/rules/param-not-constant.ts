import type { Check, Rule } from '../check/rule';
import { code } from '../check/wording';
import { isVariable } from '../names/dependencies';
import type { Expression, Statement } from '../syntax/tree';

/** A value that must be known before anything is drawn: a parameter's value, the ends of its domain, of a view, or an option. */
export const paramNotConstant: Rule = {
  code: 'param-not-constant',
  expression: {
    Name: (name, check, { statement }) => {
      const what = purposeOf(statement);
      const definition = check.scope.definedAt.get(name);
      if (what === null || definition === undefined) return;
      const isRandom = isVariable(definition) || check.references.usesOfLet(definition).length > 0;
      if (isRandom) report(name, `${code(name.text)} is random`, what, check);
    },
    Call: (call, check, { statement }) => {
      const what = purposeOf(statement);
      if (what === null || check.scope.definedAt.get(call.callee)?.kind !== 'network') return;
      report(call, `${code(call.callee.text)} is a network, whose weights are learned`, what, check);
    },
  },
};

function purposeOf(statement: Statement): string | null {
  if (statement.kind === 'Param') return `the value of ${code(statement.name?.text ?? '')}`;
  if (statement.kind === 'View') return 'the range of a view';
  return statement.kind === 'Fit' ? 'an option' : null;
}

function report(expression: Expression, reason: string, what: string, check: Check): void {
  check.report({ span: expression.span, message: `${reason}, and ${what} must be a constant.` });
}
