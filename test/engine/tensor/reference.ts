import { env, memory, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { words } from '../../../src/engine/sampling/random';

// Quiets the advice to install another backend.
env().set('IS_TEST', true);

/** Numbers in [low, high), the same in every run. */
export function numbers(count: number, low: number, high: number, seed = 1): number[] {
  const next = words(seed);
  return Array.from({ length: count }, () => low + ((high - low) * next()) / 2 ** 32);
}

export function logSum(terms: readonly number[]): number {
  const top = Math.max(...terms);
  if (!Number.isFinite(top)) return top;
  return top + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - top), 0));
}

export function normalLog(x: number, mean: number, sd: number): number {
  return -0.5 * ((x - mean) / sd) ** 2 - Math.log(sd) - 0.5 * Math.log(2 * Math.PI);
}

/** Equal to so many units of the number's size; non-finite numbers equal only themselves. */
export function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  relative: number,
  absolute = relative,
): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    const [a, e] = [actual[i]!, expected[i]!];
    if (Number.isFinite(e)) {
      expect(Math.abs(a - e), `at ${i}: ${a} instead of ${e}`).toBeLessThanOrEqual(absolute + relative * Math.abs(e));
    } else {
      expect(a, `at ${i}`).toBe(e);
    }
  }
}

/** Numbers of the tensors that a computation gives, none of which, nor any other, is left. */
export function valuesOf(compute: () => Tensor | readonly Tensor[]): number[][] {
  const before = memory().numTensors;
  const values = tidy(() => {
    const made = compute();
    const all = Array.isArray(made) ? (made as readonly Tensor[]) : [made as Tensor];
    kept = all.map((tensor) => Array.from(tensor.dataSync()));
    return [];
  });
  expect(values).toEqual([]);
  expect(memory().numTensors).toBe(before);
  return kept;
}

let kept: number[][] = [];
