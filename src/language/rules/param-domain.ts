import type { DomainName } from '../../model/model';
import { writerOf } from '../check/familyArguments';
import type { Check, Rule } from '../check/rule';
import { code } from '../check/wording';
import type { ParamStatement } from '../syntax/tree';
import type { Constant } from '../types/constant';
import { domainOf } from '../types/inferParam';
import { covarianceFault, rowsOf } from '../types/numericForm';
import { type Shape, shapeInWords } from '../types/valueType';

/** A parameter whose value is not in its domain. */
export const paramDomain: Rule = {
  code: 'param-domain',
  statement: {
    Param: (statement, check) => {
      const info = check.inference.value(statement.value);
      const domain = domainOf(statement);
      if (statement.name === null || info === null || domain === null || info.type.labels) return;
      const problem = shapeProblem(domain, info.type.shape);
      if (problem) {
        const message = `${/^[aeiou]/.test(domain) ? 'An' : 'A'} ${code(domain)} parameter is ${problem}, and this is ${shapeInWords(info.type.shape)}.`;
        check.report({ span: statement.value.span, message });
      } else if (info.constant?.every(Number.isFinite))
        checkValue(statement, domain, info.constant, info.type.shape, check);
    },
  },
};

function shapeProblem(domain: DomainName, shape: Shape): string | null {
  if (domain === 'simplex' && (shape.length < 1 || shape.length > 2)) return 'a vector, or a matrix of such rows';
  if (domain === 'ordered' && shape.length !== 1) return 'a vector';
  if (domain !== 'covariance') return null;
  const square = shape.length >= 2 && shape.at(-1) === shape.at(-2);
  return square ? null : 'a square matrix';
}

function checkValue(statement: ParamStatement, domain: DomainName, value: Constant, shape: Shape, check: Check): void {
  const say = (position: number, must: string) => {
    const { span } = writerOf(statement.value, position);
    check.report({ span, message: `${code(statement.name!.text)} must be ${must}, and this is ${value[position]}.` });
  };
  switch (domain) {
    case 'positive':
      sayFirst(
        value,
        (number) => number > 0,
        (at) => say(at, 'above 0'),
      );
      return;
    case 'unit':
    case 'simplex':
      sayFirst(
        value,
        (number) => number >= 0 && number <= 1,
        (at) => say(at, 'between 0 and 1'),
      );
      return;
    case 'ordered': {
      const at = value.findIndex((number, position) => position > 0 && number <= value[position - 1]!);
      if (at > 0) say(at, `in rising order, above ${value[at - 1]} here`);
      return;
    }
    case 'interval':
      checkInterval(statement, value, say, check);
      return;
    case 'covariance':
      checkCovariance(statement, value, shape, check);
      return;
    default:
      return;
  }
}

function sayFirst(value: Constant, fits: (number: number) => boolean, say: (position: number) => void): void {
  const at = value.findIndex((number) => !fits(number));
  if (at >= 0) say(at);
}

function checkInterval(
  statement: ParamStatement,
  value: Constant,
  say: (position: number, must: string) => void,
  check: Check,
): void {
  const args = statement.domain?.args ?? [];
  const [low, high] = args.map((bound) => check.inference.value(bound)?.constant?.[0]);
  if (low === undefined || high === undefined || args.length !== 2) return;
  if (low >= high) {
    const span = { start: args[0]!.span.start, end: args[1]!.span.end };
    check.report({
      span,
      message: `The lower end of an interval must be below the upper one, and this is ${low} against ${high}.`,
    });
    return;
  }
  sayFirst(
    value,
    (number) => number >= low && number <= high,
    (at) => say(at, `between ${low} and ${high}`),
  );
}

function checkCovariance(statement: ParamStatement, value: Constant, shape: Shape, check: Check): void {
  const n = shape.at(-1)!;
  for (const [number, matrix] of rowsOf(value, n * n).entries()) {
    const fault = covarianceFault(matrix, n);
    if (fault === null) continue;
    const name = code(statement.name!.text);
    if (fault.kind === 'indefinite') {
      const message = `${name} must be positive definite, and is not: some mixture of the coordinates would have no spread.`;
      check.report({ span: statement.value.span, message });
    } else {
      const at = number * n * n + (fault.row - 1) * n + fault.column - 1;
      const mirror = number * n * n + (fault.column - 1) * n + fault.row - 1;
      const { span } = writerOf(statement.value, at);
      check.report({
        span,
        message: `${name} must be symmetric, and this is ${value[at]} where its mirror image is ${value[mirror]}.`,
      });
    }
    return;
  }
}
