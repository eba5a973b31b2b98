import { gather, tensor, tidy } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import '../plain';

function gathered(
  values: number[],
  shape: number[],
  rows: number[],
  at: number[],
  axis = 0,
  dtype: 'float32' | 'int32' = 'float32',
) {
  let result = { shape: [] as number[], values: [] as number[] };
  tidy(() => {
    const taken = gather(tensor(values, shape, dtype), tensor(rows, at, 'int32'), axis);
    result = { shape: taken.shape, values: Array.from(taken.dataSync()) };
    return [];
  });
  return result;
}

describe('gather on the plain backend', () => {
  it('takes numbers, rows and blocks along the first axis', () => {
    expect(gathered([5, 6, 7], [3], [2, 0, 0, 1], [2, 2])).toEqual({ shape: [2, 2], values: [7, 5, 5, 6] });
    expect(gathered([1, 2, 3, 4], [2, 2], [1, 0, 1], [3])).toEqual({ shape: [3, 2], values: [3, 4, 1, 2, 3, 4] });
    const block = gathered([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 2], [1], [1], 0, 'int32');
    expect(block).toEqual({ shape: [1, 2, 2], values: [5, 6, 7, 8] });
    expect(gathered([1, 2], [2], [], [0])).toEqual({ shape: [0], values: [] });
  });

  it('takes columns as the library does', () => {
    expect(gathered([1, 2, 3, 4], [2, 2], [1], [1], 1)).toEqual({ shape: [2, 1], values: [2, 4] });
  });

  it('leaves rows that are not there to the library', () => {
    expect(() => gathered([1, 2], [2], [2], [1])).toThrow();
  });
});
