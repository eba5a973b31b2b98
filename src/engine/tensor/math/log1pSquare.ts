import { abs, greater, log, mul, square, type Tensor, tidy, where } from '@tensorflow/tfjs-core';
import { log1p } from './log1p';

/** log(1 + x²), elementwise, where x² may be too large for a float. */
export function log1pSquare(x: Tensor): Tensor {
  return tidy(() => {
    const far = greater(abs(x), 1e4);
    const near = log1p(square(where(far, 0, x) as Tensor));
    return where(far, mul(log(where(far, abs(x), 1) as Tensor), 2), near);
  });
}
