import { type GradConfig, type Tensor, tensor } from '@tensorflow/tfjs-core';

/**
 * The gradient of a gather along the first axis: every row of dy is added to the row that it was taken from, in one loop over plain
 * arrays. That of TensorFlow.js needs a scatter which the WebAssembly backend lacks, and a product with one-hot rows would
 * take the memory of all rows times all places. It is not differentiated again.
 */
export const gatherGradient: GradConfig = {
  kernelName: 'GatherV2',
  inputsToSave: ['x', 'indices'],
  gradFunc: (dy, saved, attrs) => {
    const [x, indices] = saved as [Tensor, Tensor];
    const { axis, batchDims } = attrs as { axis?: number; batchDims?: number };
    if ((axis ?? 0) !== 0 || (batchDims ?? 0) !== 0)
      throw new Error('Only a gather along the first axis has a gradient.');
    return { x: () => scatterAdd(dy as Tensor, indices.dataSync(), x.shape), indices: () => indices };
  },
};

/** A tensor of this shape whose row i is the sum of the rows of `values` that have index i. */
function scatterAdd(values: Tensor, indices: ArrayLike<number>, shape: number[]): Tensor {
  const rowSize = shape.slice(1).reduce((size, length) => size * length, 1);
  const total = new Float64Array(shape[0]! * rowSize);
  const data = values.dataSync();
  for (let i = 0; i < indices.length; i++) {
    const [from, to] = [i * rowSize, indices[i]! * rowSize];
    for (let k = 0; k < rowSize; k++) total[to + k] = total[to + k]! + data[from + k]!;
  }
  return tensor(Float32Array.from(total), shape);
}
