import { add, log, maximum, mul, reciprocal, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { logRootTwoPi } from '../../math/normalCdf';
import { horner } from './horner';
import { log1p } from './log1p';

/** Binet's μ(y) / s with s = 1/y in (0, 1]; interpolated at Chebyshev nodes from 40-digit values, error below 5e-9. */
const binet = [
  0.08333333672, -3.497345344e-7, -0.002770688113, -6.090973309e-5, 0.001063533093, -0.0006456698628, 0.0001422189407,
];

/** log(1 + 1/x), finite at 0. */
function logStep(x: Tensor): Tensor {
  return log1p(reciprocal(maximum(x, 1e-30)));
}

/**
 * log x! − (x log x − x) for x ≥ 0, elementwise: see the function of this name for numbers. From x! = Γ(x + 1) and
 * Stirling's formula at x + 1, arranged so that no term is much larger than the result.
 */
export function logFactorialExcess(x: Tensor): Tensor {
  return tidy(() => {
    const y = add(x, 1);
    const s = reciprocal(y);
    const smooth = add(mul(log(y), 0.5), mul(s, horner(binet, s)));
    return add(add(smooth, logRootTwoPi - 1), mul(x, logStep(x)));
  });
}
