import type { FunctionName } from '../../model/functions';
import { isFamily, isFunction } from '../names/lookup';
import type { Call } from '../syntax/tree';
import { evaluateCall, isMap, maps } from './constant';
import { inferFamily } from './inferDistribution';
import type { Inferring } from './inferring';
import { type Info, type ValueInfo, value } from './info';
import {
  absolute,
  add,
  closed,
  monotone,
  multiply,
  nonnegative,
  positive,
  power,
  type Range,
  rangeOf,
  reals,
  union,
  unitOpen,
} from './range';
import { isNumeric, joinKinds, type Shape, sameShape, sizeOf } from './valueType';

/** A call of a distribution, a network or a built-in function. */
export function inferCall(call: Call, inference: Inferring): Info | null {
  const name = call.callee.text;
  if (isFamily(name)) return inferFamily(call, name, inference);
  const args: ValueInfo[] = [];
  for (const argument of call.args) {
    if (name === 'dense') continue;
    const info = inference.value(argument.value);
    if (info) args.push(info);
  }
  const network = inference.scope.definedAt.get(call.callee);
  if (network !== undefined) return inference.definition(network);
  if (!isFunction(name) || args.length !== call.args.length || args.length === 0) return null;
  return args.every(({ type }) => isNumeric(type)) ? inferFunction(name, args, inference) : null;
}

function inferFunction(name: FunctionName, args: readonly ValueInfo[], inference: Inferring): ValueInfo | null {
  const shapes = args.map(({ type }) => type.shape);
  const shape = shapeOfCall(name, shapes);
  if (shape === null) return null;
  let type = args[0]!.type;
  for (const arg of args) type = joinKinds(type, arg.type, shape);
  const keepsWhole = !isMap(name) || name === 'abs' || name === 'relu' || name === 'square';
  const kind = keepsWhole && type.kind !== 'real' ? 'integer' : 'real';
  const constant = inference.keep(
    evaluateCall(
      name,
      args.map((arg) => arg.constant),
      shapes,
    ),
  );
  const fixed = constant !== null && args.every((arg) => isPoint(arg));
  const range = fixed ? rangeOf(constant) : rangeOfCall(name, args);
  return value({ kind, shape }, range, constant);
}

function isPoint({ constant, range }: ValueInfo): boolean {
  if (constant === null) return false;
  const now = rangeOf(constant);
  return now.low === range.low && now.high === range.high;
}

/** The shape of a built-in function's value; null where the number or the shapes of its arguments do not fit. */
export function shapeOfCall(name: FunctionName, shapes: readonly Shape[]): Shape | null {
  const [a, b] = shapes;
  if (a === undefined) return null;
  if (isMap(name)) return shapes.length === 1 ? a : null;
  switch (name) {
    case 'min':
    case 'max':
      if (shapes.length === 1) return a.length <= 1 ? [] : null;
      return shapes.every((shape) => shape.length === 0) ? [] : null;
    case 'sum':
      return shapes.length === 1 && a.length > 0 ? [] : null;
    case 'dot':
      return shapes.length === 2 && a.length === 1 && sameShape(a, b!) ? [] : null;
    case 'matmul':
      if (shapes.length !== 2 || a.length !== 2 || b!.length < 1 || b!.length > 2) return null;
      return a[1] === b![0] ? [a[0]!, ...b!.slice(1)] : null;
    case 'concat':
      return shapes.every((shape) => shape.length <= 1)
        ? [shapes.reduce((total, shape) => total + sizeOf(shape), 0)]
        : null;
    default:
      return null;
  }
}

function rangeOfCall(name: FunctionName, args: readonly ValueInfo[]): Range {
  const a = args[0]!.range;
  switch (name) {
    case 'exp': {
      const image = monotone(a, Math.exp);
      return image.low === 0 ? { ...image, lowOpen: true } : image;
    }
    case 'softplus': {
      const image = monotone(a, maps.softplus);
      return image.low === 0 ? { ...image, lowOpen: true } : Number.isNaN(image.low) ? positive : image;
    }
    case 'log':
      return a.low >= 0 ? monotone(a, Math.log) : reals;
    case 'sqrt':
      return a.low >= 0 ? monotone(a, Math.sqrt) : nonnegative;
    case 'abs':
      return absolute(a);
    case 'sin':
    case 'cos':
      return closed(-1, 1);
    case 'tanh':
      return { low: Math.tanh(a.low), high: Math.tanh(a.high), lowOpen: true, highOpen: true };
    case 'sigmoid':
      return unitOpen;
    case 'relu':
      return {
        low: Math.max(0, a.low),
        lowOpen: a.low > 0 && a.lowOpen,
        high: Math.max(0, a.high),
        highOpen: a.high > 0 && a.highOpen,
      };
    case 'square':
      return power(a, closed(2, 2));
    case 'min':
    case 'max':
      return fold(name, args);
    case 'sum':
      return multiply(a, closed(1, sizeOf(args[0]!.type.shape)));
    case 'concat':
      return args.reduce((range, arg) => union(range, arg.range), a);
    case 'dot':
    case 'matmul': {
      const product = multiply(a, args[1]!.range);
      const terms = args[0]!.type.shape.at(-1) ?? 1;
      return terms === 1 ? product : add(product, multiply(product, closed(0, terms - 1)));
    }
  }
}

/** The smallest of several numbers is below each of them; of one vector it lies where the elements do. */
function fold(name: 'min' | 'max', args: readonly ValueInfo[]): Range {
  let range = args[0]!.range;
  for (const { range: next } of args.slice(1)) {
    const pickLow = name === 'max' ? Math.max(range.low, next.low) : Math.min(range.low, next.low);
    const pickHigh = name === 'max' ? Math.max(range.high, next.high) : Math.min(range.high, next.high);
    range = {
      low: pickLow,
      lowOpen:
        [range, next].every((one) => one.low !== pickLow || one.lowOpen) ||
        [range, next].some((one) => name === 'max' && one.low === pickLow && one.lowOpen),
      high: pickHigh,
      highOpen:
        [range, next].every((one) => one.high !== pickHigh || one.highOpen) ||
        [range, next].some((one) => name === 'min' && one.high === pickHigh && one.highOpen),
    };
  }
  return range;
}
