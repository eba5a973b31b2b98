import type { Check, Rule } from '../check/rule';
import { code } from '../check/wording';
import type { Expression } from '../syntax/tree';
import type { Constant } from '../types/constant';

/** A constant that is infinite or no number at all. */
export const notFinite: Rule = {
  code: 'not-finite',
  expression: {
    Unary: (unary, check) => report(unary, ({ operand }) => [operand], check),
    Binary: (binary, check) => report(binary, ({ left, right }) => [left, right], check),
    Call: (call, check) => report(call, ({ args }) => args.map(({ value }) => value), check),
  },
};

function report<Node extends Expression>(
  expression: Node,
  partsOf: (expression: Node) => readonly Expression[],
  check: Check,
): void {
  const constant = check.inference.value(expression)?.constant;
  if (!constant || allFinite(constant)) return;
  if (!partsOf(expression).every((part) => allFinite(check.inference.value(part)?.constant ?? []))) return;
  const text = check.text.slice(expression.span.start, expression.span.end);
  const isUndefined = constant.some(Number.isNaN);
  const message = isUndefined ? `${code(text)} is not defined: it gives no number.` : `${code(text)} is infinite.`;
  check.report({ span: expression.span, message });
}

function allFinite(constant: Constant): boolean {
  return constant.every(Number.isFinite);
}
