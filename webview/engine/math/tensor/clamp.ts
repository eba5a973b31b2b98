import { clipByValue, equal, onesLike, type Tensor, where } from '@tensorflow/tfjs-core';
import { unary } from './unary';

/**
 * x held between two ends that are far beyond anything that matters, elementwise: an infinite intermediate value would make
 * ∞ − ∞ or 0 · ∞ of what follows. NaN stays, which the WebAssembly
 * backend's own op makes the lower end. The derivative is 1 everywhere.
 */
export const clamp = (low: number, high: number) =>
  unary((x) => where(equal(x, x), clipByValue(x, low, high) as Tensor, x), onesLike);
