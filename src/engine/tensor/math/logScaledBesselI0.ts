import {
  exp,
  greater,
  log,
  matMul,
  mul,
  reciprocal,
  reshape,
  sub,
  type Tensor,
  tensor2d,
  where,
} from '@tensorflow/tfjs-core';
import { horner } from './horner';

/** Angles 0, π/12, …, π of the trapezium rule, whose error for a periodic integrand is that of its Fourier tail: e^(−18) at κ = 16. */
const angles = Array.from({ length: 13 }, (_, j) => (Math.PI * j) / 12);

/**
 * log (e^(−κ) I₀(κ)) for κ ≥ 0, elementwise: below 16 from I₀ = (1/π) ∫ exp(κ cos θ) dθ by the trapezium rule, above by the
 * asymptotic series. Made for parameters, not for large tensors: it widens its argument 13 times.
 */
export function logScaledBesselI0(concentration: Tensor): Tensor {
  const far = greater(concentration, 16);
  const near = reshape(where(far, 0, concentration), [-1, 1]);
  const exponents = tensor2d([angles.map((angle) => -2 * Math.sin(angle / 2) ** 2)]);
  const weights = tensor2d(angles.map((_, j) => [j === 0 || j === 12 ? 1 / 24 : 1 / 12]));
  const byRule = reshape(log(matMul(exp(mul(near, exponents)), weights)), concentration.shape);
  const large = where(far, concentration, 16);
  const series = log(horner([1, 1, 4.5, 37.5, 459.375, 7441.875], reciprocal(mul(large, 8))));
  return where(far, sub(series, mul(log(mul(large, 2 * Math.PI)), 0.5)), byRule);
}
