import type { Defined } from '../analysis';
import type { Rule } from '../check/rule';
import { code } from '../check/wording';
import { isFamily, isFunction } from '../names/lookup';

/** A network with the name of something that can be called already. */
export const reservedName: Rule = {
  code: 'reserved-name',
  statement: {
    Network: ({ name }, check) => {
      if (name === null) return;
      const taken = meaningOf(name.text);
      if (taken === null) return;
      check.report({ span: name.span, message: `${code(name.text)} is ${taken}; give the network another name.` });
    },
  },
};

function meaningOf(name: string): string | null {
  if (isFamily(name)) return 'a distribution';
  if (isFunction(name)) return 'a built-in function';
  return name === 'dense' ? 'the layer of a network' : null;
}

/** Whether no call can mean this network, because its name means something else. */
export function isReserved({ kind, name }: Defined): boolean {
  return kind === 'network' && meaningOf(name) !== null;
}
