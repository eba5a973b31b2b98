import { add, elu, erf, exp, mul, relu, sigmoid, softplus, type Tensor, tanh } from '@tensorflow/tfjs-core';
import type { ActivationName } from '../../model/activations';

/** Every activation of the language as an elementwise function. */
export const activations: Readonly<Record<ActivationName, (a: Tensor) => Tensor>> = {
  linear: (a) => a,
  tanh,
  relu,
  sigmoid,
  softplus,
  elu,
  gelu: (a) => mul(mul(a, 0.5), add(erf(mul(a, Math.SQRT1_2)), 1)),
  silu: (a) => mul(a, sigmoid(a)),
  exp,
};
