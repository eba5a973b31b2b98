import { families } from '../../model/families';
import { parameterValues, writerOf } from '../check/familyArguments';
import type { ParameterValue } from '../check/parameterValue';
import type { Check, Rule } from '../check/rule';
import { code } from '../check/wording';
import { isLabelled } from '../names/arguments';
import { isFamily } from '../names/lookup';
import type { Call } from '../syntax/tree';
import { numericDomain } from '../types/domains';
import { covarianceFault } from '../types/numericForm';
import { contains, isWithin } from '../types/range';

/** A constant that a parameter of a distribution cannot be. */
export const parameterDomain: Rule = {
  code: 'parameter-domain',
  expression: {
    Call: (call, check) => {
      const said = check.found.length;
      if (isLabelled(call)) checkLabelled(call, check);
      for (const value of parameterValues(call, check)) {
        if (value.parameter.domain === 'covariance') checkCovariance(value, check);
        else checkNumbers(value, check);
      }
      if (check.found.length === said) checkOrder(call, check);
    },
  },
};

function checkNumbers({ family, parameter, value, info }: ParameterValue, check: Check): void {
  const { range, whole, words } = numericDomain(parameter.domain);
  if (isWithin(info.range, range) && (!whole || info.type.kind !== 'real')) return;
  const subject = `The ${parameter.name} of ${code(family)} must be ${words}`;
  const { constant } = info;
  if (constant === null) {
    const never =
      info.range.high < range.low ||
      info.range.low > range.high ||
      (info.range.high === range.low && !contains(range, range.low));
    if (never) check.report({ span: value.span, message: `${subject}, and this never is.` });
    return;
  }
  if (!constant.every(Number.isFinite)) return;
  const at = constant.findIndex((number) => !contains(range, number) || (whole && !Number.isInteger(number)));
  if (at < 0) return;
  const writer = writerOf(value, at);
  check.report({ span: writer.span, message: `${subject}, and this is ${constant[at]}.` });
}

function checkLabelled(call: Call, check: Check): void {
  for (const { name, value } of call.args) {
    const constant = check.inference.value(value)?.constant;
    const number = constant?.length === 1 ? constant[0]! : Number.NaN;
    if (name === null || !Number.isFinite(number) || (number >= 0 && number <= 1)) continue;
    const message = `The probability of ${code(name.text)} must be between 0 and 1, and this is ${number}.`;
    check.report({ span: value.span, message });
  }
}

function checkCovariance({ family, parameter, value, info }: ParameterValue, check: Check): void {
  const { constant, type } = info;
  const [rows, columns] = type.shape;
  if (
    info.form === 'covariance' ||
    constant === null ||
    rows === undefined ||
    rows !== columns ||
    !constant.every(Number.isFinite)
  )
    return;
  const fault = covarianceFault(constant, rows);
  if (fault === null) return;
  const subject = `The ${parameter.name} of ${code(family)} must be`;
  if (fault.kind === 'indefinite') {
    check.report({
      span: value.span,
      message: `${subject} positive definite, and this matrix is not: some mixture of the coordinates would have no spread.`,
    });
    return;
  }
  const [a, b] = [
    constant[(fault.row - 1) * rows + fault.column - 1],
    constant[(fault.column - 1) * rows + fault.row - 1],
  ];
  const writer = writerOf(value, (fault.row - 1) * rows + fault.column - 1);
  check.report({
    span: writer.span,
    message: `${subject} symmetric, and this is ${a} where its mirror image is ${b}.`,
  });
}

/** Uniform(low, high) with low below high. */
function checkOrder(call: Call, check: Check): void {
  const family = call.callee.text;
  if (!isFamily(family)) return;
  const { order, parameters } = families[family];
  if (order === undefined) return;
  const { values } = check.inference.matched(call, parameters);
  const argument = (name: string) => values[parameters.findIndex((parameter) => parameter.name === name)];
  const [low, high] = [argument(order.low), argument(order.high)];
  const [least, most] = [low, high].map((one) => one && check.inference.value(one.value));
  if (!low || !high || !least || !most) return;
  const must = `The ${order.low} of ${code(family)} must ${order.relation === 'below' ? 'be below' : 'not be above'} its ${order.high}`;
  const span = { start: Math.min(low.span.start, high.span.start), end: Math.max(low.span.end, high.span.end) };
  const [a, b] = [least.constant, most.constant];
  if (a === null || b === null) {
    if (least.range.low > most.range.high) check.report({ span, message: `${must}, and these never are so.` });
    return;
  }
  if (!a.every(Number.isFinite) || !b.every(Number.isFinite)) return;
  const length = Math.max(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [x, y] = [a.length === 1 ? a[0]! : a[at], b.length === 1 ? b[0]! : b[at]];
    if (x === undefined || y === undefined || (order.relation === 'below' ? x < y : x <= y)) continue;
    const message = `${must}, and this is ${x} against ${y}.`;
    const text = (one: typeof low) => check.text.slice(one.value.span.start, one.value.span.end);
    const edits = [
      { span: low.value.span, text: text(high) },
      { span: high.value.span, text: text(low) },
    ];
    check.report({
      span,
      message,
      fixes: x > y && length === 1 ? [{ title: `Swap ${order.low} and ${order.high}`, edits }] : [],
    });
    return;
  }
}
