import { families } from '../../model/families';
import type { Check, Rule } from '../check/rule';
import { code } from '../check/wording';
import { isFamily, isFunction } from '../names/lookup';
import type { Expression } from '../syntax/tree';

/** A category with a name where a number is meant. */
export const labelAsNumber: Rule = {
  code: 'label-as-number',
  statement: {
    Param: ({ value }, check) => report(value, check),
  },
  expression: {
    Unary: ({ operand }, check) => report(operand, check),
    Binary: ({ left, right }, check) => {
      report(left, check);
      report(right, check);
    },
    Vector: ({ items }, check) => {
      for (const item of items) report(item, check);
    },
    Pipeline: ({ input }, check) => report(input, check),
    Call: ({ callee, args }, check) => {
      const takesNumbers = isFamily(callee.text) ? families[callee.text].support !== 'point' : isFunction(callee.text);
      if (takesNumbers) for (const { value } of args) report(value, check);
    },
  },
};

function report(expression: Expression, check: Check): void {
  if (expression.kind === 'Number') return;
  const type = check.inference.value(expression)?.type;
  if (type?.labels === undefined) return;
  const text = check.text.slice(expression.span.start, expression.span.end);
  const rows = type.labels.slice(0, 3).map((label, position) => `${label}: ${position + 1}`);
  const table = `case ${text} { ${rows.join(', ')}${type.labels.length > 3 ? ', …' : ''} }`;
  const message = `${code(text)} is a category with names, which is no number; look a number up with ${code(table)}.`;
  check.report({ span: expression.span, message });
}
