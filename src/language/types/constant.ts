import type { FunctionName } from '../../model/functions';
import type { BinaryOperator } from '../syntax/tree';
import { type Shape, sizeOf } from './valueType';

/**
 * The numbers of a value that depends on no random variable and on no weights, row-major: what it is now, with every
 * parameter at its present value.
 */
export type Constant = readonly number[];

/** More multiplications than this are not done while someone types; the value then counts as unknown. */
const mostWork = 200_000;

/** Elementwise, a scalar going with anything; null where one operand is unknown. */
export function evaluateBinary(operator: BinaryOperator, a: Constant | null, b: Constant | null): Constant | null {
  if (a === null || b === null) return null;
  const f = operations[operator];
  if (a.length === 1 && b.length === 1) return [f(a[0]!, b[0]!)];
  if (a.length === 1) return b.map((y) => f(a[0]!, y));
  if (b.length === 1) return a.map((x) => f(x, b[0]!));
  return a.map((x, i) => f(x, b[i]!));
}

const operations: Record<BinaryOperator, (x: number, y: number) => number> = {
  '+': (x, y) => x + y,
  '-': (x, y) => x - y,
  '*': (x, y) => x * y,
  '/': (x, y) => x / y,
  '^': (x, y) => x ** y,
};

type MapName = 'exp' | 'log' | 'sqrt' | 'abs' | 'sin' | 'cos' | 'tanh' | 'sigmoid' | 'softplus' | 'relu' | 'square';

/** The elementwise functions on numbers. */
export const maps: Record<MapName, (x: number) => number> = {
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sin: Math.sin,
  cos: Math.cos,
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  softplus: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  relu: (x) => Math.max(x, 0),
  square: (x) => x * x,
};

export function isMap(name: FunctionName): name is MapName {
  return Object.hasOwn(maps, name);
}

/** A built-in function of known numbers with fitting shapes; null where an argument is unknown or the work too much. */
export function evaluateCall(
  name: FunctionName,
  args: readonly (Constant | null)[],
  shapes: readonly Shape[],
): Constant | null {
  const known: Constant[] = [];
  for (const arg of args) {
    if (arg === null) return null;
    known.push(arg);
  }
  const [a, b] = known;
  if (a === undefined) return null;
  if (isMap(name)) return a.map(maps[name]);
  switch (name) {
    case 'min':
      return [fold(known, Math.min, Number.POSITIVE_INFINITY)];
    case 'max':
      return [fold(known, Math.max, Number.NEGATIVE_INFINITY)];
    case 'sum':
      return [a.reduce((total, x) => total + x, 0)];
    case 'dot':
      return b === undefined ? null : [a.reduce((total, x, i) => total + x * b[i]!, 0)];
    case 'concat':
      return known.flat();
    case 'matmul':
      return b === undefined ? null : product(a, shapes[0]!, b, shapes[1]!);
    default:
      return null;
  }
}

function fold(args: readonly Constant[], f: (x: number, y: number) => number, start: number): number {
  let result = start;
  for (const arg of args) for (const x of arg) result = f(result, x);
  return result;
}

function product(a: Constant, aShape: Shape, b: Constant, bShape: Shape): Constant | null {
  const [rows, inner] = [aShape[0]!, aShape[1]!];
  const columns = bShape[1] ?? 1;
  if (rows * inner * columns > mostWork) return null;
  const result: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let total = 0;
      for (let k = 0; k < inner; k++) total += a[row * inner + k]! * b[k * columns + column]!;
      result.push(total);
    }
  }
  return result;
}

/** The row of a known table along its first axis, counted from 1; null where it has no such row. */
export function pick(base: Constant, shape: Shape, index: number): Constant | null {
  const size = sizeOf(shape.slice(1));
  if (!Number.isInteger(index) || index < 1 || index > shape[0]!) return null;
  return base.slice((index - 1) * size, index * size);
}
