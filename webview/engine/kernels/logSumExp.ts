import {
  add,
  exp,
  isFinite as isFiniteTensor,
  log,
  max,
  reshape,
  sub,
  sum,
  type Tensor,
  tidy,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';

/**
 * log Σ exp over the last axis. Unlike TensorFlow.js's own it is −Infinity where all terms are, and Infinity where one is.
 * @returns the shape without the last axis
 */
export function logSumExp(terms: Tensor): Tensor {
  return tidy(() => {
    const top = max(terms, -1, true);
    // Without a largest term there is nothing to take off: all are −∞, or one is ∞.
    const taken = where(isFiniteTensor(top), top, zerosLike(top));
    return add(log(sum(exp(sub(terms, taken)), -1)), reshape(taken, terms.shape.slice(0, -1)));
  });
}
