import { ones, tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { gaussianForm } from '../../../../src/engine/tensor/math/gaussianForm';
import { backends, useBackend } from '../../backends';

describe.each(backends)('gaussianForm on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test('is dᵀ C⁻¹ d + log det C', () => {
    // C = L Lᵀ with L = [2, 0, 0; 1, 2, 0; −1, 2, 3], d = L [1, −1, 2].
    const values = tidy(() => {
      const C = tensor([4, 2, -2, 2, 5, 3, -2, 3, 14], [3, 3]);
      return [...gaussianForm(tensor([2, -1, 3, 0, 0, 0], [2, 3]), C).dataSync()];
    });
    expect(values[0]).toBeCloseTo(6 + 2 * Math.log(12), 5);
    expect(values[1]).toBeCloseTo(2 * Math.log(12), 5);
  });

  test('batches broadcast, one dimension works, an indefinite matrix is NaN', () => {
    tidy(() => {
      expect(gaussianForm(ones([5, 1, 2]), tensor([1, 0, 0, 1], [1, 1, 2, 2])).shape).toEqual([5, 1]);
      expect([...gaussianForm(tensor([3], [1]), tensor([4], [1, 1])).dataSync()][0]).toBeCloseTo(2.25 + Math.log(4), 6);
      expect([...gaussianForm(ones([2]), tensor([1, 2, 2, 1], [2, 2])).dataSync()]).toEqual([NaN]);
    });
  });
});
