import type { Rule } from '../check/rule';
import { code, count } from '../check/wording';
import { isChain } from '../names/scope';

/** A table with a row too many or too few for the categories that pick from it. */
export const tableLength: Rule = {
  code: 'table-length',
  expression: {
    Index: ({ base, index, span }, check) => {
      const definition = base.kind === 'Name' ? check.scope.definedAt.get(base) : undefined;
      if (definition && isChain(definition)) return;
      const length = check.inference.value(base)?.type.shape[0];
      const type = check.inference.value(index)?.type;
      if (length === undefined || type?.kind !== 'category' || type.shape.length > 0 || type.count === length) return;
      const table = check.text.slice(base.span.start, base.span.end);
      const category = check.text.slice(index.span.start, index.span.end);
      const has = `${code(table)} has ${count(length, 'row')} and ${code(category)} has ${count(type.count ?? 0, 'category')}`;
      const related = definition ? [{ span: definition.spans[0]!, message: `${code(table)} is defined here.` }] : [];
      check.report({ span, message: `${has}; the table needs one row for each.`, related });
    },
  },
};
