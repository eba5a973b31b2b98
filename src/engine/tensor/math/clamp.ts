import { clipByValue, equal, type Tensor, where } from '@tensorflow/tfjs-core';

/**
 * x held between two ends that are far beyond anything that matters, elementwise: an infinite intermediate value would make
 * ∞ − ∞ or 0 · ∞ of what follows. NaN stays, which the WebAssembly
 * backend's own op makes the lower end.
 */
export const clamp =
  (low: number, high: number) =>
  (x: Tensor): Tensor =>
    where(equal(x, x), clipByValue(x, low, high) as Tensor, x);
