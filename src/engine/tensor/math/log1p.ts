import { abs, add, div, less, log, mul, square, type Tensor, tidy, where } from '@tensorflow/tfjs-core';
import { horner } from './horner';

/**
 * log(1 + x) for x > −1, elementwise, relative precision also near 0: the op of that name is log(1 + x) with the sum
 * rounded on WebGL. Near 0 by log(1 + x) = 2 artanh(x / (2 + x)).
 */
export function log1p(x: Tensor): Tensor {
  return tidy(() => {
    const near = less(abs(x), 0.3);
    const v = div(where(near, x, 0), add(where(near, x, 0), 2));
    const series = mul(v, horner([2, 2 / 3, 2 / 5, 2 / 7, 2 / 9], square(v)));
    return where(near, series, log(add(x, 1)) as Tensor);
  });
}
