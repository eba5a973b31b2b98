import { isChain } from '../names/scope';
import { literalNumber } from '../syntax/literal';
import type { Binary, Expression, Index, Pipeline, Unary, Vector } from '../syntax/tree';
import { evaluateBinary, pick } from './constant';
import { activationRanges, readDense } from './dense';
import { inferCall } from './inferCall';
import { inferCase } from './inferCase';
import { copies } from './inferDistribution';
import type { Inferring } from './inferring';
import { type Form, type Info, type ValueInfo, value } from './info';
import { isSimplexRows } from './numericForm';
import {
  add,
  divide,
  isWithin,
  multiply,
  negate,
  nonnegative,
  positive,
  power,
  type Range,
  rangeOf,
  union,
  unit,
} from './range';
import { arithmeticKind, boolean, broadcast, integer, isNumeric, joinKinds, real, sameShape } from './valueType';

/** What is known of one expression, from what is known of its parts. */
export function inferExpression(expression: Expression, inference: Inferring): Info | null {
  switch (expression.kind) {
    case 'Number':
      return literal(expression.value);
    case 'Boolean':
      return value(boolean, rangeOf([expression.value ? 1 : 0]), [expression.value ? 1 : 0]);
    case 'Name': {
      const definition = inference.scope.definedAt.get(expression);
      return definition === undefined || isChain(definition) || definition.kind === 'network'
        ? null
        : inference.definition(definition);
    }
    case 'Vector':
      return inferVector(expression, inference);
    case 'Unary':
      return inferUnary(expression, inference);
    case 'Binary':
      return inferBinary(expression, inference);
    case 'Call':
      return inferCall(expression, inference);
    case 'Index':
      return inferIndex(expression, inference);
    case 'Pipeline':
      return inferPipeline(expression, inference);
    case 'Case':
      return inferCase(expression, inference);
    case 'Hole':
      return null;
  }
}

function literal(number: number): ValueInfo {
  const range: Range = { low: number, high: number, lowOpen: false, highOpen: false };
  return value(Number.isInteger(number) ? integer : real, range, [number]);
}

function inferVector(vector: Vector, inference: Inferring): Info | null {
  const first = vector.items[0];
  if (first === undefined) return null;
  const numbers = literals(vector);
  if (numbers !== null) {
    const kind = numbers.every(Number.isInteger) ? 'integer' : 'real';
    return value({ kind, shape: [numbers.length] }, rangeOf(numbers), inference.keep(numbers));
  }
  const items: ValueInfo[] = [];
  let complete = true;
  for (const item of vector.items) {
    const info = inference.value(item);
    if (info === null) complete = false;
    else items.push(info);
  }
  if (!complete) return null;
  let { type, range, form } = items[0]!;
  const shape = type.shape;
  const constant: number[] | null = [];
  let known = true;
  for (const item of items) {
    if (!sameShape(item.type.shape, shape) || !isNumeric(item.type)) return null;
    type = joinKinds(type, item.type, shape);
    range = union(range, item.range);
    form = form === item.form ? form : null;
    if (item.constant === null) known = false;
    else if (known) for (const number of item.constant) constant.push(number);
  }
  const whole = { ...type, shape: [items.length, ...shape] };
  return value(whole, range, known ? inference.keep(constant) : null, form === 'simplex' ? form : null);
}

/** The numbers of a vector of nothing but numbers, without a look at each item as an expression. */
function literals(vector: Vector): number[] | null {
  const numbers: number[] = [];
  for (const item of vector.items) {
    const number = literalNumber(item);
    if (number === null) return null;
    numbers.push(number);
  }
  return numbers;
}

function inferUnary(unary: Unary, inference: Inferring): Info | null {
  const operand = inference.value(unary.operand);
  if (operand === null || !isNumeric(operand.type)) return null;
  const kind = arithmeticKind(operand.type, operand.type);
  const constant = inference.keep(operand.constant?.map((x) => -x) ?? null);
  return value({ kind, shape: operand.type.shape }, negate(operand.range), constant);
}

const ranges = { '+': add, '-': (a: Range, b: Range) => add(a, negate(b)), '*': multiply, '/': divide, '^': power };

function inferBinary(binary: Binary, inference: Inferring): Info | null {
  const left = inference.info(binary.left);
  if (left?.sort === 'distribution') return binary.operator === '^' ? copies(left, binary.right) : null;
  const right = inference.value(binary.right);
  if (left === null || right === null || !isNumeric(left.type) || !isNumeric(right.type)) return null;
  const shape = broadcast(left.type.shape, right.type.shape);
  if (shape === null) return null;
  const { operator } = binary;
  const kind = operator === '/' || operator === '^' ? 'real' : arithmeticKind(left.type, right.type);
  const constant = inference.keep(evaluateBinary(operator, left.constant, right.constant));
  const form = formOfBinary(binary, left, right, inference);
  const range = constant ? rangeOf(constant) : form === 'simplex' ? unit : ranges[operator](left.range, right.range);
  const isLearnable = constant !== null && !(isFixed(left) && isFixed(right));
  const safe = isLearnable ? (form === 'simplex' ? unit : ranges[operator](left.range, right.range)) : range;
  return value({ kind, shape }, safe, constant, form);
}

/** Whether a known value cannot be learned away from what it is. */
function isFixed(info: ValueInfo): boolean {
  if (info.constant === null) return false;
  const now = rangeOf(info.constant);
  return now.low === info.range.low && now.high === info.range.high;
}

/** `v / sum(v)` is a vector of probabilities; a positive multiple of a covariance, and a sum of two, is one again. */
function formOfBinary(binary: Binary, left: ValueInfo, right: ValueInfo, inference: Inferring): Form | null {
  const { operator } = binary;
  if (operator === '/' && isSumOf(binary.right, binary.left, inference) && isWithin(left.range, nonnegative))
    return 'simplex';
  const scales = (a: ValueInfo, b: ValueInfo) =>
    a.form === 'covariance' && b.type.shape.length === 0 && isWithin(b.range, positive);
  if (operator === '+' && left.form === 'covariance' && right.form === 'covariance') return 'covariance';
  if ((operator === '*' || operator === '/') && scales(left, right)) return 'covariance';
  return operator === '*' && scales(right, left) ? 'covariance' : null;
}

function isSumOf(sum: Expression, of: Expression, inference: Inferring): boolean {
  if (sum.kind !== 'Call' || sum.callee.text !== 'sum' || sum.args.length !== 1) return false;
  return sameExpression(sum.args[0]!.value, of) && (inference.value(of)?.type.shape.length ?? 0) === 1;
}

function sameExpression(a: Expression, b: Expression): boolean {
  if (a.kind === 'Name') return b.kind === 'Name' && a.text === b.text;
  if (a.kind === 'Number') return b.kind === 'Number' && a.value === b.value;
  if (a.kind === 'Call' && b.kind === 'Call') {
    return (
      a.callee.text === b.callee.text &&
      a.args.length === b.args.length &&
      a.args.every((arg, i) => sameExpression(arg.value, b.args[i]!.value))
    );
  }
  if (a.kind === 'Index' && b.kind === 'Index')
    return sameExpression(a.base, b.base) && sameExpression(a.index, b.index);
  if (a.kind === 'Binary' && b.kind === 'Binary') {
    return a.operator === b.operator && sameExpression(a.left, b.left) && sameExpression(a.right, b.right);
  }
  return false;
}

function inferIndex(expression: Index, inference: Inferring): Info | null {
  const { base } = expression;
  const index = inference.value(expression.index);
  const definition = base.kind === 'Name' ? inference.scope.definedAt.get(base) : undefined;
  if (definition !== undefined && isChain(definition)) return inference.definition(definition);
  const info = inference.value(base);
  if (info === null || info.type.shape.length === 0) return null;
  const type = { ...info.type, shape: info.type.shape.slice(1) };
  const at = info.constant && index?.constant?.length === 1 ? index.constant[0]! : null;
  const constant = at === null ? null : pick(info.constant!, info.type.shape, at);
  const isFixedTable = isFixed(info);
  const range = constant && isFixedTable ? rangeOf(constant) : info.range;
  const rows = info.form ?? rowForm(info);
  const form = type.shape.length > 0 && isFixedTable ? rows : info.form;
  return value(type, range, inference.keep(constant), type.shape.length > 0 ? form : null);
}

function rowForm(info: ValueInfo): Form | null {
  return info.constant && info.type.shape.length > 1 && isSimplexRows(info.constant, info.type.shape)
    ? 'simplex'
    : null;
}

function inferPipeline(pipeline: Pipeline, inference: Inferring): Info | null {
  let info = inference.value(pipeline.input);
  for (const stage of pipeline.stages) {
    if (stage.kind !== 'Call' || stage.callee.text !== 'dense') {
      info = null;
      continue;
    }
    const { units, activation } = readDense(stage);
    if (info === null || units === null || activation === null) info = null;
    else if (info.type.shape.length > 1 || !isNumeric(info.type)) info = null;
    else info = value(units === 1 ? real : { kind: 'real', shape: [units] }, activationRanges[activation]);
  }
  return info;
}
