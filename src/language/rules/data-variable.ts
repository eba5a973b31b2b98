import type { Rule } from '../check/rule';
import { code, kindInWords, replace } from '../check/wording';

/** Data for something that is not observed. */
export const dataVariable: Rule = {
  code: 'data-variable',
  statement: {
    Data: ({ name }, check) => {
      const definition = name && check.scope.globals.get(name.text);
      if (!name || !definition || definition.kind === 'observed') return;
      const is = `${code(name.text)} is ${kindInWords(definition.kind)}, and data is for observed variables`;
      const statement = definition.statements[0];
      if (definition.kind !== 'latent' || statement?.kind !== 'Variable') {
        check.report({ span: name.span, message: `${is}.` });
        return;
      }
      const fixes =
        definition.statements.length === 1
          ? [replace(statement.keyword, 'observed', `Make ${code(name.text)} observed`)]
          : [];
      check.report({ span: name.span, message: `${is}; make it observed, or take the data out.`, fixes });
    },
  },
};
