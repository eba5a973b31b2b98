import { type Family, type FamilyName, families } from '../../model/families';
import type { ValueType } from '../../model/type';
import { isLabelled } from '../names/arguments';
import { isFamily } from '../names/lookup';
import type { Call, Expression } from '../syntax/tree';
import type { Inferring } from './inferring';
import type { DistributionInfo, Form, ValueInfo } from './info';
import { circle, closed, nonnegative, positive, type Range, reals, unit, unitOpen } from './range';
import { broadcast, type Shape } from './valueType';

/** More copies than this are refused. */
export const mostCopies = 10_000;

/** A call of a family: what its draws are and where they can lie. */
export function inferFamily(call: Call, name: FamilyName, inference: Inferring): DistributionInfo | null {
  const given = call.args.map(({ value }) => inference.value(value));
  if (isLabelled(call)) return labelled(call);
  const family = families[name];
  const { values } = inference.matched(call, family.parameters);
  const args = values.map((argument) => (argument ? given[call.args.indexOf(argument)]! : undefined));
  const type = typeOfDraw(family, args);
  if (type === null) return null;
  const argument = (parameter: string) => args[family.parameters.findIndex((one) => one.name === parameter)];
  if (isReversed(family, argument)) return null;
  const form: Form | null = family.support === 'simplex' ? 'simplex' : null;
  const range = rangeOfSupport(family, type, argument);
  const isPoint = family.support === 'point';
  return { sort: 'distribution', type, range, form, point: isPoint, hasPoint: isPoint };
}

function labelled(call: Call): DistributionInfo {
  const labels = call.args.map(({ name }) => name?.text ?? '');
  const type: ValueType = { kind: 'category', shape: [], count: labels.length, labels };
  return { sort: 'distribution', type, range: closed(1, labels.length), form: null, point: false, hasPoint: false };
}

/** The type of a draw; null where an argument is not understood or the shapes do not fit. A missing argument counts as a scalar. */
function typeOfDraw(family: Family, args: readonly (ValueInfo | null | undefined)[]): ValueType | null {
  let shape: Shape | null = [];
  let kind: ValueType = { kind: kindOf(family), shape: [] };
  for (const [position, parameter] of family.parameters.entries()) {
    const arg = args[position];
    if (arg === null) return null;
    if (arg === undefined) {
      if (parameter.shape !== 'scalar') return null;
      continue;
    }
    if (parameter.shape === 'any') {
      kind = arg.type;
      shape = arg.type.shape;
    } else if (parameter.shape === 'scalar') {
      shape = shape && broadcast(shape, arg.type.shape);
    } else if (arg.type.shape.length !== (parameter.shape === 'vector' ? 1 : 2)) {
      return null;
    } else if (family.support === 'categories') {
      kind = { kind: 'category', shape: [], count: arg.type.shape[0]! };
    } else if (shape === null || !arg.type.shape.every((length) => length === (shape?.[0] ?? length))) {
      return null;
    } else {
      shape = [arg.type.shape[0]!];
    }
  }
  return shape && { ...kind, shape };
}

function kindOf(family: Family): ValueType['kind'] {
  if (family.support === 'boolean') return 'boolean';
  if (family.support === 'categories') return 'category';
  return family.discrete ? 'integer' : 'real';
}

function rangeOfSupport(
  family: Family,
  type: ValueType,
  argument: (parameter: string) => ValueInfo | null | undefined,
): Range {
  switch (family.support) {
    case 'interval':
    case 'integers-between': {
      const [low, high] = [argument('low')?.range ?? reals, argument('high')?.range ?? reals];
      return low.low <= high.high
        ? { low: low.low, lowOpen: low.lowOpen, high: high.high, highOpen: high.highOpen }
        : reals;
    }
    case 'above-scale': {
      const scale = argument('scale')?.range ?? positive;
      return { low: scale.low, lowOpen: scale.lowOpen, high: Number.POSITIVE_INFINITY, highOpen: true };
    }
    case 'integers-to-n':
      return { low: 0, lowOpen: false, high: argument('n')?.range.high ?? Number.POSITIVE_INFINITY, highOpen: false };
    case 'point':
      return argument('value')?.range ?? reals;
    case 'categories':
      return closed(1, type.count ?? 1);
    default:
      return fixedSupport(family) ?? reals;
  }
}

/** Ends that are known and the wrong way round: an error, and no support. */
function isReversed({ order }: Family, argument: (parameter: string) => ValueInfo | null | undefined): boolean {
  if (order === undefined) return false;
  const [low, high] = [argument(order.low)?.range, argument(order.high)?.range];
  return low !== undefined && high !== undefined && low.low > high.high;
}

/** The support of a family where it is the same for all parameters. */
function fixedSupport(family: Family): Range | null {
  switch (family.support) {
    case 'reals':
    case 'vectors':
      return reals;
    case 'nonnegative':
    case 'naturals':
    case 'integers-to-n':
      return nonnegative;
    case 'positive':
    case 'above-scale':
      return positive;
    case 'unit':
    case 'simplex':
      return unitOpen;
    case 'circle':
      return circle;
    case 'boolean':
      return unit;
    default:
      return null;
  }
}

/** Where the draws of a distribution lie whatever its arguments are; null where that cannot be told. */
export function supportAlone(expression: Expression): Range | null {
  if (expression.kind === 'Binary') return supportAlone(expression.left);
  if (expression.kind !== 'Call' || !isFamily(expression.callee.text)) return null;
  return fixedSupport(families[expression.callee.text]);
}

/** `D^n`: n copies along a new first axis; null where n is no usable number. */
export function copies(base: DistributionInfo, count: Expression): DistributionInfo | null {
  if (count.kind !== 'Number' || !isCount(count.value)) return null;
  return { ...base, type: { ...base.type, shape: [count.value, ...base.type.shape] }, point: false };
}

export function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= mostCopies;
}
