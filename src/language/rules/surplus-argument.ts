import { functions } from '../../model/functions';
import { parametersOf, problemsOf } from '../check/callParameters';
import type { Check, Rule } from '../check/rule';
import { code, count } from '../check/wording';
import { isFunction } from '../names/lookup';
import type { Argument, Call, Expression } from '../syntax/tree';
import { domainOf } from '../types/inferParam';

/** More arguments than there are parameters. */
export const surplusArgument: Rule = {
  code: 'surplus-argument',
  statement: {
    Param: (statement, check) => {
      const { domain } = statement;
      const name = domainOf(statement);
      if (domain === null || name === null) return;
      const most = name === 'interval' ? 2 : 0;
      if (domain.args.length > most) reportRest(domain.args, most, name, check);
    },
  },
  expression: {
    Call: (call, check) => {
      const name = call.callee.text;
      const surplus: Argument[] = [];
      for (const problem of problemsOf(call, check)) if (problem.kind === 'surplus') surplus.push(problem.argument);
      if (surplus.length > 0) report(call, surplus, check);
      else if (isFunction(name) && !check.scope.definedAt.has(call.callee)) {
        const { shape } = functions[name];
        const most =
          shape === 'map' || shape === 'sum'
            ? 1
            : shape === 'fold' || shape === 'concat'
              ? Number.POSITIVE_INFINITY
              : 2;
        if (call.args.length > most) reportRest(call.args, most, name, check);
      }
    },
  },
};

function report(call: Call, surplus: readonly Argument[], check: Check): void {
  const name = call.callee.text;
  const parameters = parametersOf(call, check.scope)!;
  const wrapsAll =
    (name === 'Categorical' || name === 'Dirichlet') && call.args.every((argument) => argument.name === null);
  if (wrapsAll) {
    const span = { start: call.args[0]!.span.start, end: call.args.at(-1)!.span.end };
    const message = `${code(name)} takes one vector; put the numbers in brackets.`;
    const edits = [
      { span: { start: span.start, end: span.start }, text: '[' },
      { span: { start: span.end, end: span.end }, text: ']' },
    ];
    check.report({ span, message, fixes: [{ title: 'Put the numbers in brackets', edits }] });
    return;
  }
  const span = { start: surplus[0]!.span.start, end: surplus.at(-1)!.span.end };
  check.report({ span, message: tooMany(name, parameters.length) });
}

function reportRest(args: readonly (Argument | Expression)[], most: number, name: string, check: Check): void {
  const span = { start: args[most]!.span.start, end: args.at(-1)!.span.end };
  check.report({ span, message: tooMany(name, most) });
}

function tooMany(name: string, most: number): string {
  return most === 0 ? `${code(name)} takes no arguments.` : `${code(name)} takes ${count(most, 'argument')} only.`;
}
