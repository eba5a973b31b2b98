import { grad, type Tensor, tensor1d, tidy } from '@tensorflow/tfjs-core';

/** The derivative of an elementwise function at numbers. */
export function slopesAt(f: (x: Tensor) => Tensor, x: readonly number[]): number[] {
  return tidy(() => [...grad(f)(tensor1d([...x])).dataSync()]);
}
