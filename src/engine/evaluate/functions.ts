import {
  abs,
  concat,
  cos,
  exp,
  log,
  matMul,
  max,
  maximum,
  min,
  minimum,
  mul,
  relu,
  reshape,
  sigmoid,
  sin,
  softplus,
  sqrt,
  square,
  sum,
  type Tensor,
  tanh,
  transpose,
} from '@tensorflow/tfjs-core';
import type { FunctionName } from '../../model/functions';
import { broadcastBatch, commonBatch, eventShape, withRank } from '../values/batch';

type BuiltIn = (args: readonly Tensor[]) => Tensor;

/** Every built-in function of the language, on values with two batch axes. */
export const functions: Readonly<Record<FunctionName, BuiltIn>> = {
  exp: map(exp),
  log: map(log),
  sqrt: map(sqrt),
  abs: map(abs),
  sin: map(sin),
  cos: map(cos),
  tanh: map(tanh),
  sigmoid: map(sigmoid),
  softplus: map(softplus),
  relu: map(relu),
  square: map(square),
  min: fold(min, minimum),
  max: fold(max, maximum),
  sum: ([value]) => overEvent(sum, value!),
  dot: ([v, w]) => sum(mul(v!, w!), 2),
  matmul: ([a, b]) => product(a!, b!),
  concat: (args) => {
    const batch = commonBatch(args);
    return concat(
      args.map((arg) => broadcastBatch(withRank(arg, 1), batch)),
      2,
    );
  },
};

function map(f: (a: Tensor) => Tensor): BuiltIn {
  return ([value]) => f(value!);
}

function fold(reduce: (a: Tensor, axis: number[]) => Tensor, pair: (a: Tensor, b: Tensor) => Tensor): BuiltIn {
  return (args) => {
    if (args.length === 1) return overEvent(reduce, args[0]!);
    const rank = Math.max(...args.map((arg) => arg.rank - 2));
    return args.map((arg) => withRank(arg, rank)).reduce(pair);
  };
}

function overEvent(reduce: (a: Tensor, axis: number[]) => Tensor, value: Tensor): Tensor {
  const axes = eventShape(value).map((_, i) => i + 2);
  return axes.length === 0 ? value : reduce(value, axes);
}

/** A [r, c] times B [c] or [c, d], for every point and node. */
function product(a: Tensor, b: Tensor): Tensor {
  const [rows, columns] = eventShape(a) as [number, number];
  const vector = b.rank === 3;
  if (vector && a.shape[0] === 1 && a.shape[1] === 1) {
    // One matrix for all nodes: a single plain product, without transpose flags (they are slow on WebAssembly).
    const flat = reshape(b, [-1, columns]);
    return reshape(matMul(flat, transpose(reshape(a, [rows, columns]))), [b.shape[0]!, b.shape[1]!, rows]);
  }
  const right = vector ? reshape(b, [...b.shape, 1]) : b;
  const [points, nodes] = commonBatch([a, right]);
  const d = right.shape[3]!;
  const left = reshape(broadcastBatch(a, [points, nodes]), [points * nodes, rows, columns]);
  const result = matMul(left, reshape(broadcastBatch(right, [points, nodes]), [points * nodes, columns, d]));
  return reshape(result, vector ? [points, nodes, rows] : [points, nodes, rows, d]);
}
