import { type GradConfig, matMul, type Tensor, transpose } from '@tensorflow/tfjs-core';

/** The last two axes exchanged, by an op of its own. */
function turned(matrix: Tensor): Tensor {
  const axes = Array.from({ length: matrix.rank }, (_, axis) => axis);
  axes.splice(-2, 2, matrix.rank - 1, matrix.rank - 2);
  return transpose(matrix, axes);
}

/**
 * The gradient of a (batched) matrix product of two operands of the same batch. The WebAssembly backend takes ten times longer for a
 * product whose operand is transposed by a flag, as the gradient of TensorFlow.js has it, than for transposing first.
 */
export const matMulGradient: GradConfig = {
  kernelName: 'BatchMatMul',
  inputsToSave: ['a', 'b'],
  gradFunc: (dy, saved, attrs) => {
    const [a, b] = saved as [Tensor, Tensor];
    const { transposeA, transposeB } = attrs as { transposeA: boolean; transposeB: boolean };
    const [left, right] = [transposeA ? turned(a) : a, transposeB ? turned(b) : b];
    const output = dy as Tensor;
    return {
      a: () => {
        const slope = matMul(output, turned(right));
        return transposeA ? turned(slope) : slope;
      },
      b: () => {
        const slope = matMul(turned(left), output);
        return transposeB ? turned(slope) : slope;
      },
    };
  },
};
