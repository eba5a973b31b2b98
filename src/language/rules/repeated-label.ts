import type { Rule } from '../check/rule';
import { code } from '../check/wording';
import { isLabelled } from '../names/arguments';
import type { Identifier } from '../syntax/tree';

/** Categories with the same name, or some with a name and some without. */
export const repeatedLabel: Rule = {
  code: 'repeated-label',
  expression: {
    Call: (call, check) => {
      if (!isLabelled(call)) return;
      const seen = new Map<string, Identifier>();
      for (const { name, span, value } of call.args) {
        if (name === null) {
          if (value.kind === 'Hole') continue;
          check.report({ span, message: 'Give every category a name, or none of them.' });
          return;
        }
        const first = seen.get(name.text);
        if (first === undefined) seen.set(name.text, name);
        else {
          const message = `There are two categories ${code(name.text)}; rename one.`;
          check.report({ span: name.span, message, related: [{ span: first.span, message: 'First here.' }] });
        }
      }
    },
  },
};
