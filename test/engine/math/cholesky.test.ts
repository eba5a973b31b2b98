import { expect, test } from 'vitest';
import { cholesky } from '../../../src/engine/math/cholesky';

test('L Lᵀ is the matrix', () => {
  expect(cholesky([4, 2, -2, 2, 5, 3, -2, 3, 14], 3)).toEqual([2, 0, 0, 1, 2, 0, -1, 2, 3]);
});

test('null where the matrix is not positive definite', () => {
  expect(cholesky([1, 2, 2, 1], 2)).toBeNull();
  expect(cholesky([0], 1)).toBeNull();
  expect(cholesky([NaN], 1)).toBeNull();
});
