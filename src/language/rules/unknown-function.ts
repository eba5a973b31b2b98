import { families } from '../../model/families';
import { functions } from '../../model/functions';
import type { Check, Rule } from '../check/rule';
import { code, suggest } from '../check/wording';
import { isFamily, isFunction } from '../names/lookup';

/** A call of something that is no function, network or distribution. */
export const unknownFunction: Rule = {
  code: 'unknown-function',
  expression: {
    Call: ({ callee }, check, { position }) => {
      const name = callee.text;
      if (position !== 'number' || isFunction(name) || isFamily(name) || name === 'dense') return;
      if (check.scope.globals.has(name)) return;
      const { hint, fixes } = suggest(name, callables(check), callee.span, check.suggestions);
      check.report({ span: callee.span, message: `There is no function or network ${code(name)}.${hint}`, fixes });
    },
  },
};

function* callables({ scope }: Check): Generator<string> {
  yield* Object.keys(functions);
  yield* Object.keys(families);
  for (const { kind, name } of scope.globals.values()) if (kind === 'network') yield name;
}
