import { problemsOf } from '../check/callParameters';
import type { Rule } from '../check/rule';
import { code } from '../check/wording';

/** Two arguments for one parameter, or two options of one name. */
export const repeatedArgument: Rule = {
  code: 'repeated-argument',
  statement: {
    Fit: ({ options }, check) => {
      const seen = new Map<string, (typeof options)[number]>();
      for (const option of options) {
        const first = seen.get(option.name.text);
        if (first === undefined) seen.set(option.name.text, option);
        else {
          const message = `${code(option.name.text)} is given twice; keep one of them.`;
          check.report({ span: option.name.span, message, related: [{ span: first.span, message: 'First here.' }] });
        }
      }
    },
  },
  expression: {
    Call: (call, check) => {
      for (const problem of problemsOf(call, check)) {
        if (problem.kind !== 'repeated') continue;
        const { argument, first, parameter } = problem;
        const message = `${code(call.callee.text)} has two values for ${code(parameter)}; keep one of them.`;
        const span = argument.name?.span ?? argument.span;
        check.report({ span, message, related: [{ span: first.span, message: 'First here.' }] });
      }
    },
  },
};
