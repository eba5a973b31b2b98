import { matMul, tensor } from '@tensorflow/tfjs-core';
import type { Matrix } from './bulk';
import { scoped } from './scoped';

/** A times the transpose of B, by TensorFlow.js: [a.rows, b.rows], in single precision. */
export function productWithTransposed(a: Matrix, b: Matrix): Float32Array {
  return scoped(() => matMul(asTensor(a), asTensor(b), false, true).dataSync() as Float32Array);
}

function asTensor({ rows, columns, data }: Matrix) {
  return tensor(data, [rows, columns], 'float32');
}
