import { broadcast_util, reshape, sum, type Tensor } from '@tensorflow/tfjs-core';

/** Sums a gradient over the axes along which an operand of this shape was broadcast. */
export function sumTo(gradient: Tensor, shape: number[]): Tensor {
  const axes = broadcast_util.getReductionAxes(shape, gradient.shape);
  return reshape(axes.length > 0 ? sum(gradient, axes) : gradient, shape);
}
