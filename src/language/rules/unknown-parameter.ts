import { families } from '../../model/families';
import { parametersOf, problemsOf } from '../check/callParameters';
import type { Rule } from '../check/rule';
import { code, list, suggest } from '../check/wording';
import { isFamily, isFunction } from '../names/lookup';

/** An argument by a name that the distribution, network or layer has no parameter of. */
export const unknownParameter: Rule = {
  code: 'unknown-parameter',
  expression: {
    Call: (call, check) => {
      const name = call.callee.text;
      for (const problem of problemsOf(call, check)) {
        if (problem.kind !== 'unknown') continue;
        const written = problem.argument.name!;
        const names = parametersOf(call, check.scope)!.map((parameter) => parameter.name);
        const { hint, fixes } = suggest(written.text, names, written.span, check.suggestions);
        const known = isFamily(name) ? families[name].parameters.map((parameter) => parameter.name) : names;
        const advice = hint === '' ? ` It has ${list(known.map(code))}.` : hint;
        check.report({
          span: written.span,
          message: `${code(name)} has no parameter ${code(written.text)}.${advice}`,
          fixes,
        });
      }
      if (!isFunction(name) || check.scope.definedAt.has(call.callee)) return;
      for (const { name: written } of call.args) {
        if (written === null) continue;
        const message = `${code(name)} takes its arguments without names; write the value alone.`;
        check.report({ span: written.span, message });
      }
    },
  },
};
