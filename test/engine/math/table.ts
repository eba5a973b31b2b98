import { type Tensor, tensor1d, tidy } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import table from '../../reference/special-functions.json';

type Row = readonly (number | string)[];

/** The arguments and values of a function in the reference file. */
export function rowsOf(name: keyof typeof table): { args: number[]; value: number }[] {
  return (table[name] as readonly Row[]).map((row) => {
    const numbers = row.map(Number);
    return { args: numbers.slice(0, -1), value: numbers.at(-1)! };
  });
}

/** |value − expected| ≤ relative · |expected| + absolute. */
export function expectClose(value: number, expected: number, relative: number, absolute: number, at: unknown): void {
  const error = Math.abs(value - expected);
  expect(error, `at ${at}: ${value} for ${expected}`).toBeLessThanOrEqual(relative * Math.abs(expected) + absolute);
}

/** A tensor function of one argument at numbers. */
export function valuesAt(f: (x: Tensor) => Tensor, x: readonly number[]): Float32Array {
  return tidy(() => Float32Array.from(f(tensor1d([...x])).dataSync()));
}
