import { families } from '../../model/families';
import { functions } from '../../model/functions';
import { isFamily, isFunction } from '../lookup';
import type { Rule } from '../rule';
import { code, suggest } from '../wording';

/** A call of something that is no function, network or distribution. */
export const unknownFunction: Rule = {
  code: 'unknown-function',
  expression: {
    Call: ({ callee }, check, { position }) => {
      const name = callee.text;
      if (position !== 'number' || isFunction(name) || isFamily(name) || name === 'dense') return;
      if (check.scope.globals.has(name)) return;
      const networks = [...check.scope.globals.values()].filter(({ kind }) => kind === 'network');
      const names = [...networks.map((network) => network.name), ...Object.keys(functions), ...Object.keys(families)];
      const { hint, fixes } = suggest(name, names, callee.span);
      check.report({ span: callee.span, message: `There is no function or network ${code(name)}.${hint}`, fixes });
    },
  },
};
