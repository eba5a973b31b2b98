import { literalBehind, parameterValues } from '../check/familyArguments';
import { normalise } from '../check/normalise';
import type { Check, Rule } from '../check/rule';
import { code } from '../check/wording';
import { isLabelled } from '../names/arguments';
import type { Fix } from '../syntax/diagnostic';
import { literalNumber } from '../syntax/literal';
import type { Span } from '../syntax/span';
import type { Expression } from '../syntax/tree';
import { domainOf } from '../types/inferParam';
import type { ValueInfo } from '../types/info';
import { sum, sumsToOne } from '../types/numericForm';

/** Probabilities that do not sum to 1. */
export const probabilitiesSum: Rule = {
  code: 'probabilities-sum',
  statement: {
    Param: (statement, check) => {
      if (domainOf(statement) === 'simplex') checkRows(statement.value, check);
    },
  },
  expression: {
    Call: (call, check) => {
      if (isLabelled(call)) {
        const items = call.args.map(({ value }) => value);
        const span = call.argsSpan;
        checkItems(items, span, check);
        return;
      }
      for (const { parameter, value, info } of parameterValues(call, check)) {
        if (parameter.domain !== 'simplex' || info.form === 'simplex') continue;
        const base = value.kind === 'Index' ? value.base : value;
        if (isSimplexParam(base, check)) continue;
        checkRows(base, check);
      }
    },
  },
};

function isSimplexParam(value: Expression, check: Check): boolean {
  return check.inference.value(value)?.form === 'simplex';
}

/** Every row of a table of probabilities, or the one vector; where only a name stands, that is the place to say it. */
function checkRows(value: Expression, check: Check): void {
  const info = check.inference.value(value);
  if (info === null || info.constant === null || info.type.shape.length === 0) return;
  const literal = literalBehind(value, check);
  if (literal.kind !== 'Vector') {
    checkNumbers(info, value.span, check);
  } else if (info.type.shape.length === 1) {
    checkItems(literal.items, value.span, check);
  } else {
    for (const row of literal.items) {
      if (value === literal) checkRows(row, check);
      else if (row.kind === 'Vector') checkItems(row.items, value.span, check);
    }
  }
}

function checkNumbers({ constant, type }: ValueInfo, span: Span, check: Check): void {
  const length = type.shape.at(-1)!;
  for (let start = 0; start < constant!.length; start += length) {
    const total = sum(constant!.slice(start, start + length));
    if (!isProbabilities(constant!.slice(start, start + length)) || sumsToOne(total)) continue;
    check.report({ span, message: `${message(total)} Divide by their sum.` });
    return;
  }
}

function checkItems(items: readonly Expression[], span: Span, check: Check): void {
  const numbers: number[] = [];
  for (const item of items) {
    const constant = check.inference.value(item)?.constant;
    if (constant?.length !== 1) return;
    numbers.push(constant[0]!);
  }
  const total = sum(numbers);
  if (!isProbabilities(numbers) || sumsToOne(total)) return;
  check.report({ span, message: message(total), fixes: fixesFor(items, numbers) });
}

/** A negative probability, or one above 1 among labels, is a mistake by itself. */
function isProbabilities(numbers: readonly number[]): boolean {
  return numbers.every((number) => Number.isFinite(number) && number >= 0 && number <= 1);
}

function message(total: number): string {
  return `These probabilities sum to ${Number(total.toPrecision(7))}, and must sum to 1.`;
}

function fixesFor(items: readonly Expression[], numbers: readonly number[]): readonly Fix[] {
  if (!(sum(numbers) > 0) || items.some((item) => literalNumber(item) === null)) return [];
  const texts = normalise(numbers);
  const edits = items.map((item, position) => ({ span: item.span, text: texts[position]! }));
  return [{ title: `Normalise, so that they sum to 1 (${code(preview(texts))})`, edits }];
}

function preview(texts: readonly string[]): string {
  return texts.length <= 4 ? texts.join(', ') : `${texts.slice(0, 3).join(', ')}, …`;
}
