import { add, log, maximum, mul, reciprocal, sub, type Tensor } from '@tensorflow/tfjs-core';
import { digammaGap, logFactorialExcess } from './logFactorialExcess';
import { unary } from './unary';

/** ψ(x) for x > 0, elementwise: ψ(x + 1) − 1/x. */
export function digamma(x: Tensor): Tensor {
  const y = add(x, 1);
  return sub(sub(log(y), digammaGap(y)), reciprocal(x));
}

/**
 * log Γ(x) for x > 0, elementwise: x log x − x plus what Stirling's leading term leaves, minus log x. Derivative ψ(x).
 * A difference of two of them loses digits for large x; densities use logFactorialExcess and deviance instead.
 */
export const logGamma = unary((x) => {
  const safe = maximum(x, 1e-37);
  return add(sub(mul(sub(x, 1), log(safe)), x), logFactorialExcess(x));
}, digamma);
