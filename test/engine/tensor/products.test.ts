import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { productWithTransposed } from '../../../src/engine/tensor/products';
import { backends, useBackend } from '../backends';

describe.each(backends)('a product of matrices on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('is that of the rows of both, and leaves no tensor behind', () => {
    const before = memory().numTensors;
    const a = { rows: 2, columns: 3, data: Float32Array.of(1, 2, 3, 4, 5, 6) };
    const b = { rows: 2, columns: 3, data: Float32Array.of(1, 0, 1, 0, 2, 0) };
    expect(Array.from(productWithTransposed(a, b))).toEqual([4, 4, 10, 10]);
    expect(memory().numTensors).toBe(before);
  });
});
