import type { Check, Rule } from '../check/rule';
import { code } from '../check/wording';
import { isVariable } from '../names/dependencies';
import { isChain } from '../names/scope';
import type { Index } from '../syntax/tree';
import { shapeInWords } from '../types/valueType';

/** An index that is no whole number or category, or one into something without elements. */
export const indexKind: Rule = {
  code: 'index-kind',
  expression: {
    Index: (expression, check) => {
      const { base } = expression;
      if (isElement(expression, check)) return;
      const table = check.inference.value(base)?.type;
      if (table && table.shape.length === 0) {
        const text = check.text.slice(base.span.start, base.span.end);
        const definition = base.kind === 'Name' ? check.scope.definedAt.get(base) : undefined;
        const isSingle = definition !== undefined && isVariable(definition);
        const is = isSingle ? 'is a single variable, no vector or chain' : 'is a number, no vector';
        const fixes = [
          {
            title: 'Remove the index',
            edits: [{ span: { start: base.span.end, end: expression.span.end }, text: '' }],
          },
        ];
        check.report({
          span: { start: base.span.end, end: expression.span.end },
          message: `${code(text)} ${is}: it has no elements.`,
          fixes,
        });
        return;
      }
      reportIndex(expression, check);
    },
  },
};

/** An element of a chain has its own rules. */
function isElement({ base }: Index, check: Check): boolean {
  const definition = base.kind === 'Name' ? check.scope.definedAt.get(base) : undefined;
  return definition !== undefined && isChain(definition);
}

function reportIndex({ base, index }: Index, check: Check): void {
  const type = check.inference.value(index)?.type;
  if (type === undefined) return;
  if (type.kind !== 'boolean' && type.kind !== 'real' && type.shape.length === 0) return;
  const text = check.text.slice(index.span.start, index.span.end);
  const span = index.span;
  if (type.shape.length > 0)
    check.report({
      span,
      message: `An index is one whole number or category, and this is ${shapeInWords(type.shape)}.`,
    });
  else if (type.kind === 'boolean') {
    const rows = `case ${text} { true: …, false: … }`;
    check.report({ span, message: `${code(text)} is true or false, which is no index; write ${code(rows)}.` });
  } else if (type.kind === 'real') {
    check.report({
      span,
      message: `${code(text)} is not a whole number, so it cannot pick an element of ${code(check.text.slice(base.span.start, base.span.end))}.`,
    });
  }
}
