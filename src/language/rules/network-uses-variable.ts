import type { Rule } from '../check/rule';
import { code } from '../check/wording';
import { isVariable } from '../names/dependencies';

/** A network that reads a random variable which is none of its arguments. */
export const networkUsesVariable: Rule = {
  code: 'network-uses-variable',
  expression: {
    Name: (name, check, { statement }) => {
      if (statement.kind !== 'Network') return;
      const definition = check.scope.definedAt.get(name);
      if (definition === undefined) return;
      const isRandom = isVariable(definition);
      const variable = isRandom ? definition.name : check.references.usesOfLet(definition)[0]?.definition.name;
      if (variable === undefined) return;
      const network = code(statement.name?.text ?? '');
      const through = isRandom ? 'is a random variable' : `depends on the random variable ${code(variable)}`;
      const message = `${code(name.text)} ${through}; a network sees only its arguments and parameters. Make it an argument of ${network}.`;
      check.report({ span: name.span, message });
    },
  },
};
