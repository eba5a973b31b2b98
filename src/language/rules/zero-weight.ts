import { parameterValues, writerOf } from '../check/familyArguments';
import type { Check, Rule } from '../check/rule';
import { code } from '../check/wording';
import { isLabelled } from '../names/arguments';
import type { Call, Expression } from '../syntax/tree';
import { domainOf } from '../types/inferParam';
import { sum, sumsToOne } from '../types/numericForm';

/** No more zeros of one vector are pointed out. */
const mostReported = 20;

/** A component that never comes up. */
export const zeroWeight: Rule = {
  code: 'zero-weight',
  statement: {
    Param: (statement, check) => {
      if (domainOf(statement) === 'simplex') checkVector(statement.value, check);
    },
  },
  expression: {
    Call: (call, check) => {
      if (isLabelled(call)) {
        checkLabelled(call, check);
        return;
      }
      for (const { parameter, value, info, whole } of parameterValues(call, check)) {
        if (parameter.domain === 'simplex' && info.form !== 'simplex' && whole) checkVector(value, check);
      }
    },
  },
};

function checkLabelled({ args }: Call, check: Check): void {
  const numbers = args.map(({ value }) => check.inference.value(value)?.constant?.[0] ?? Number.NaN);
  if (!sumsToOne(sum(numbers))) return;
  for (const [position, { name, value }] of args.entries()) {
    if (name === null || numbers[position] !== 0) continue;
    check.report({ span: value.span, severity: 'warning', message: message(code(name.text)) });
  }
}

/** In a table of transitions a zero is common; in the weights of a mixture it is worth a word. */
function checkVector(value: Expression, check: Check): void {
  const info = check.inference.value(value);
  if (info?.type.shape.length !== 1 || info.constant === null || !sumsToOne(sum(info.constant))) return;
  let left = mostReported;
  for (const [position, number] of info.constant.entries()) {
    if (number !== 0 || left-- <= 0) continue;
    const { span } = writerOf(value, position);
    check.report({ span, severity: 'warning', message: message(String(position + 1)) });
  }
}

function message(category: string): string {
  return `Category ${category} has probability 0: it never comes up, and no learning can change that.`;
}
