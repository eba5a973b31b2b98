import { add, mul, type Tensor } from '@tensorflow/tfjs-core';

/** c₀ + c₁ x + c₂ x² + …, elementwise. */
export function horner(coefficients: readonly number[], x: Tensor): Tensor {
  let value: Tensor = add(mul(x, coefficients.at(-1)!), coefficients.at(-2)!);
  for (let k = coefficients.length - 3; k >= 0; k--) value = add(mul(value, x), coefficients[k]!);
  return value;
}
