import type { Rule } from '../check/rule';
import { code } from '../check/wording';

/** A network where a value is meant. */
export const networkUncalled: Rule = {
  code: 'network-uncalled',
  expression: {
    Name: (name, check, { position }) => {
      const definition = check.scope.definedAt.get(name);
      if (definition?.kind !== 'network' || position === 'stage') return;
      const statement = definition.statements[0];
      const args = statement?.kind === 'Network' ? statement.args.map(({ text }) => text) : [];
      const call = `${name.text}(${args.join(', ')})`;
      check.report({ span: name.span, message: `${code(name.text)} is a network: call it, as in ${code(call)}.` });
    },
  },
};
