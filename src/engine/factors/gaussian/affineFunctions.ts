import type { FunctionName } from '../../../model/functions';
import { elementwise } from '../../math/elementwise';
import {
  type Affine,
  commonShape,
  constantScalar,
  constantValue,
  joined,
  mapped,
  product,
  scaled,
  spreadTo,
  total,
} from './affine';

/** Of arguments that are affine; null where the result is not. */
type AffineFunction = (args: readonly Affine[]) => Affine | null;

/** Every built-in function of the language in double precision. */
export const affineFunctions: Readonly<Record<FunctionName, AffineFunction>> = {
  exp: map(elementwise.exp),
  log: map(elementwise.log),
  sqrt: map(elementwise.sqrt),
  abs: map(elementwise.abs),
  sin: map(elementwise.sin),
  cos: map(elementwise.cos),
  tanh: map(elementwise.tanh),
  sigmoid: map(elementwise.sigmoid),
  softplus: map(elementwise.softplus),
  relu: map(elementwise.relu),
  square: map(elementwise.square),
  min: fold(Math.min),
  max: fold(Math.max),
  sum: ([value]) => total(value!),
  dot: ([v, w]) => {
    if (v!.rows !== null && w!.rows !== null) return null;
    return total(v!.rows === null ? scaled(w!, v!) : scaled(v!, w!));
  },
  matmul: ([a, b]) => product(a!, b!),
  concat: (args) => joined(args, [args.reduce((length, { constant }) => length + constant.length, 0)]),
};

function map(f: (x: number) => number): AffineFunction {
  return ([value]) => mapped(value!, f);
}

function fold(pair: (a: number, b: number) => number): AffineFunction {
  return (args) => {
    if (args.some(({ rows }) => rows !== null)) return null;
    if (args.length === 1) return constantScalar(args[0]!.constant.reduce((a, b) => pair(a, b)));
    const shape = commonShape(args);
    const spread = args.map((arg) => spreadTo(arg, shape).constant);
    return constantValue(
      shape,
      spread.reduce((a, b) => a.map((value, i) => pair(value, b[i]!))),
    );
  };
}
