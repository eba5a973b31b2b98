import { add, log, maximum, mul, reciprocal, sub, type Tensor } from '@tensorflow/tfjs-core';
import { logRootTwoPi } from '../normalCdf';
import { horner } from './horner';
import { log1p } from './log1p';
import { unary } from './unary';

/** Binet's μ(y) / s with s = 1/y in (0, 1]; interpolated at Chebyshev nodes from 40-digit values, error below 5e-9. */
const binet = [
  0.08333333672, -3.497345344e-7, -0.002770688113, -6.090973309e-5, 0.001063533093, -0.0006456698628, 0.0001422189407,
];

/** (log y − ψ(y)) / s with s = 1/y in (0, 1]; likewise, error below 2e-8. */
const digammaDeficit = [
  0.5000000098, 0.0833320916, 2.408185289e-5, -0.008492196792, 0.0003662574143, 0.004277221488, -0.00300761516,
  0.0007158263561,
];

/** log(1 + 1/x), finite at 0. */
function logStep(x: Tensor): Tensor {
  return log1p(reciprocal(maximum(x, 1e-30)));
}

/**
 * log x! − (x log x − x) for x ≥ 0, elementwise: see the function of this name for numbers. From x! = Γ(x + 1) and
 * Stirling's formula at x + 1, arranged so that no term is much larger than the result. Derivative ψ(x + 1) − log x.
 */
export const logFactorialExcess = unary(
  (x) => {
    const y = add(x, 1);
    const s = reciprocal(y);
    const smooth = add(mul(log(y), 0.5), mul(s, horner(binet, s)));
    return add(add(smooth, logRootTwoPi - 1), mul(x, logStep(x)));
  },
  (x) => sub(logStep(x), digammaGap(add(x, 1))),
);

/** log y − ψ(y) for y ≥ 1, elementwise. */
export function digammaGap(y: Tensor): Tensor {
  const s = reciprocal(y);
  return mul(s, horner(digammaDeficit, s));
}
