import type { Rule } from '../check/rule';
import { code, kindInWords } from '../check/wording';
import { isFamily, isFunction } from '../names/lookup';

/** A call of a name that stands for a value. */
export const notAFunction: Rule = {
  code: 'not-a-function',
  expression: {
    Call: (call, check) => {
      const name = call.callee.text;
      if (isFamily(name) || isFunction(name) || name === 'dense') return;
      const definition = check.scope.globals.get(name);
      if (definition === undefined || definition.kind === 'network') return;
      const is = `${code(name)} is ${kindInWords(definition.kind)} and cannot be called`;
      const argument = call.args[0];
      if (call.args.length !== 1 || argument?.name !== null) {
        check.report({ span: call.callee.span, message: `${is}.` });
        return;
      }
      const inside = check.text.slice(argument.span.start, argument.span.end);
      const index = `${name}[${inside}]`;
      const fixes = [{ title: `Change to ${code(index)}`, edits: [{ span: call.span, text: index }] }];
      check.report({ span: call.callee.span, message: `${is}; to pick an element write ${code(index)}.`, fixes });
    },
  },
};
