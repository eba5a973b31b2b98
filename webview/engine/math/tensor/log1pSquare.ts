import { abs, add, div, greater, log, mul, square, type Tensor, where } from '@tensorflow/tfjs-core';
import { log1p } from './log1p';
import { unary } from './unary';

/** log(1 + x²), elementwise, where x² may be too large for a float. */
export const log1pSquare = unary(
  (x) => {
    const far = greater(abs(x), 1e4);
    const near = log1p(square(where(far, 0, x) as Tensor));
    return where(far, mul(log(where(far, abs(x), 1) as Tensor), 2), near);
  },
  (x) => div(mul(x, 2), add(square(x), 1)),
);
