import { customGrad, type GradSaveFunc, mul, type Tensor } from '@tensorflow/tfjs-core';

/** An elementwise function with a derivative of its own, where that of the composed ops would be slow or lose digits. */
export function unary(value: (x: Tensor) => Tensor, derivative: (x: Tensor) => Tensor): (x: Tensor) => Tensor {
  const op = customGrad((x, save) => {
    const input = x as Tensor;
    (save as GradSaveFunc)([input]);
    return { value: value(input), gradFunc: (dy: Tensor, saved: Tensor[]) => mul(dy, derivative(saved[0]!)) };
  });
  return (x) => op(x);
}
