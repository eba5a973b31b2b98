import type { ParameterDomain } from '../../model/families';
import type { DomainName } from '../../model/model';
import { parameterValues } from '../check/familyArguments';
import type { ParameterValue } from '../check/parameterValue';
import type { Check, Rule } from '../check/rule';
import { code, insert, replace } from '../check/wording';
import { isLabelled } from '../names/arguments';
import type { Fix } from '../syntax/diagnostic';
import type { Binary, Call, Expression } from '../syntax/tree';
import { numericDomain } from '../types/domains';
import { domainOf } from '../types/inferParam';
import type { ValueInfo } from '../types/info';
import { covarianceFault, isSimplexRows } from '../types/numericForm';
import { contains, isWithin, nonnegative, positive, type Range, unit } from '../types/range';

/** An expression that can leave what a parameter or a function allows, as a random variable, a learnable parameter or a network can. */
export const supportMismatch: Rule = {
  code: 'support-mismatch',
  expression: {
    Call: (call, check) => {
      if (isLabelled(call)) checkLabelled(call, check);
      for (const value of parameterValues(call, check)) checkParameter(value, check);
      checkFunction(call, check);
    },
    Binary: checkPower,
  },
};

function checkParameter(parameterValue: ParameterValue, check: Check): void {
  const { parameter, value, info } = parameterValue;
  const { domain } = parameter;
  const { range, whole } = numericDomain(domain);
  if (domain === 'simplex' && isWithin(info.range, nonnegative)) {
    if (info.form !== 'simplex' && info.type.shape.length === 1) checkSimplex(parameterValue, check);
  } else if (!isWithin(info.range, range)) {
    if (!canLeave(info, range, whole)) return;
    warn(parameterValue, example(info.range, range), fixesFor(value, info, domain, check), check);
  } else if (whole && info.type.kind === 'real') {
    const isFraction = info.constant !== null && !info.constant.every(Number.isInteger);
    if (!isFraction) warn(parameterValue, 'a fraction', [], check);
  } else if (domain === 'covariance' && info.form !== 'covariance') {
    checkCovariance(parameterValue, check);
  }
}

function warn({ family, parameter, value }: ParameterValue, canBe: string, fixes: readonly Fix[], check: Check): void {
  const must = `The ${parameter.name} of ${code(family)} must be ${numericDomain(parameter.domain).words}`;
  check.report({ span: value.span, severity: 'warning', message: `${must}, and this can be ${canBe}.`, fixes });
}

/** A value that is out of its domain already is the business of another rule, and so is one that never is in it. */
function canLeave(info: ValueInfo, range: Range, whole: boolean): boolean {
  const { constant } = info;
  if (constant !== null) {
    return constant.every((number) => contains(range, number) && (!whole || Number.isInteger(number)));
  }
  const never = info.range.high < range.low || info.range.low > range.high;
  return !never && !(info.range.high === range.low && !contains(range, range.low));
}

/** What keeps an expression from its domain: the lower end where that is outside, otherwise the upper one. */
function example(range: Range, domain: Range): string {
  const below = range.low < domain.low || (range.low === domain.low && domain.lowOpen && !range.lowOpen);
  if (!below) return domain.high === 1 ? 'above 1' : `above ${domain.high}`;
  return range.low < 0 ? 'negative' : '0';
}

/** A known vector is looked at by another rule. */
function checkSimplex({ family, parameter, value, info }: ParameterValue, check: Check): void {
  const isLearnable = info.constant !== null && isSimplexRows(info.constant, info.type.shape);
  if (info.constant !== null && (!isLearnable || paramBehind(value, check) === null)) return;
  if (value.kind === 'Index' && isUnlikeSimplex(value.base, check)) return;
  const message = `The ${parameter.name} of ${code(family)} must sum to 1, and these need not.`;
  check.report({ span: value.span, severity: 'warning', message, fixes: simplexFixes(value, info, check) });
}

/** Names and calls can be written twice; a longer expression should get a name first. */
function simplexFixes(value: Expression, info: ValueInfo, check: Check): readonly Fix[] {
  const fixes = [...domainFix(value, 'simplex', check)];
  if (info.constant !== null || (value.kind !== 'Name' && value.kind !== 'Call')) return fixes;
  const text = check.text.slice(value.span.start, value.span.end);
  const positiveText = isWithin(info.range, nonnegative) ? text : `softplus(${text})`;
  return [...fixes, replace(value.span, `${positiveText} / sum(${positiveText})`, 'Divide by their sum')];
}

/** A table with a known row that does not sum to 1. */
function isUnlikeSimplex(table: Expression, check: Check): boolean {
  const info = check.inference.value(table);
  return info?.constant != null && !isSimplexRows(info.constant, info.type.shape);
}

function checkCovariance({ family, parameter, value, info }: ParameterValue, check: Check): void {
  const [rows, columns] = info.type.shape;
  if (info.constant === null || rows === undefined || rows !== columns || paramBehind(value, check) === null) return;
  if (covarianceFault(info.constant, rows) !== null) return;
  const message = `The ${parameter.name} of ${code(family)} must be ${numericDomain('covariance').words}, and learning can change this.`;
  check.report({ span: value.span, severity: 'warning', message, fixes: domainFix(value, 'covariance', check) });
}

function checkLabelled(call: Call, check: Check): void {
  for (const { name, value } of call.args) {
    const info = check.inference.value(value);
    if (
      name === null ||
      info === null ||
      info.type.shape.length > 0 ||
      isWithin(info.range, unit) ||
      !canLeave(info, unit, false)
    )
      continue;
    const message = `The probability of ${code(name.text)} must be between 0 and 1, and this can be ${example(info.range, unit)}.`;
    check.report({ span: value.span, severity: 'warning', message, fixes: fixesFor(value, info, 'unit', check) });
  }
}

function checkFunction({ callee, args }: Call, check: Check): void {
  const value = args[0]?.value;
  if ((callee.text !== 'log' && callee.text !== 'sqrt') || value === undefined || check.scope.definedAt.has(callee))
    return;
  const info = check.inference.value(value);
  const domain = callee.text === 'log' ? 'positive' : 'nonnegative';
  const range = callee.text === 'log' ? positive : nonnegative;
  if (info === null || isWithin(info.range, range) || !canLeave(info, range, false)) return;
  const message = `The argument of ${code(callee.text)} must be ${numericDomain(domain).words}, and this can be ${example(info.range, range)}.`;
  check.report({ span: value.span, severity: 'warning', message, fixes: fixesFor(value, info, domain, check) });
}

/** A fractional power of something that can be negative. */
function checkPower({ operator, left, right }: Binary, check: Check): void {
  const [base, exponent] = [check.inference.info(left), check.inference.value(right)];
  if (operator !== '^' || base?.sort !== 'value' || exponent === null) return;
  const isWhole = exponent.type.kind !== 'real' || (exponent.constant?.every(Number.isInteger) ?? false);
  if (isWhole || isWithin(base.range, nonnegative) || !canLeave(base, nonnegative, false)) return;
  const message = `A power with a fraction as exponent needs a base of at least 0, and this can be ${example(base.range, nonnegative)}.`;
  check.report({ span: left.span, severity: 'warning', message, fixes: fixesFor(left, base, 'nonnegative', check) });
}

function fixesFor(value: Expression, info: ValueInfo, domain: ParameterDomain, check: Check): readonly Fix[] {
  if (domain === 'simplex') return simplexFixes(value, info, check);
  const fixes: Fix[] = [];
  const wanted = domainNameFor(domain);
  if (wanted) fixes.push(...domainFix(value, wanted, check));
  const wrapper = wrapperFor(domain);
  if (wrapper === null || info.constant !== null) return fixes;
  const text = check.text.slice(value.span.start, value.span.end);
  return [...fixes, replace(value.span, `${wrapper}(${text})`, `Wrap in ${code(`${wrapper}(…)`)}`)];
}

function domainNameFor(domain: ParameterDomain): DomainName | null {
  if (domain === 'positive' || domain === 'nonnegative' || domain === 'positive-vector') return 'positive';
  return domain === 'unit' || domain === 'unit-above-zero' || domain === 'unit-open' ? 'unit' : null;
}

function wrapperFor(domain: ParameterDomain): string | null {
  const name = domainNameFor(domain);
  return name === 'positive' ? 'softplus' : name === 'unit' ? 'sigmoid' : null;
}

/** `param sigma = 1` becomes `param sigma: positive = 1`. */
function domainFix(value: Expression, domain: DomainName, check: Check): readonly Fix[] {
  const statement = paramBehind(value, check);
  if (statement === null || statement.name === null || domainOf(statement) !== 'real') return [];
  const name = statement.name;
  const title = `Let ${code(name.text)} be ${domain === 'unit' ? 'in the unit interval' : `a ${domain} parameter`}`;
  if (statement.domain) return [replace(statement.domain.span, domain, title)];
  return [insert(name.span.end, `: ${domain}`, title)];
}

/** The parameter that an expression is, or is an element of. */
function paramBehind(value: Expression, check: Check) {
  const name = value.kind === 'Index' ? value.base : value;
  const definition = name.kind === 'Name' ? check.scope.definedAt.get(name) : undefined;
  const statement = definition?.kind === 'param' ? definition.statements[0] : undefined;
  return statement?.kind === 'Param' ? statement : null;
}
