import { describe, expect, it } from 'vitest';
import { semidefiniteFactor } from '../../../../src/engine/factors/gaussian/semidefinite';
import { normals } from '../../../../src/engine/sampling/random';

function product(L: Float64Array, n: number): number[] {
  return Array.from({ length: n * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    let sum = 0;
    for (let k = 0; k < n; k++) sum += L[i * n + k]! * L[j * n + k]!;
    return sum;
  });
}

describe('the factor of a semi-definite matrix', () => {
  it.each([
    [4, 4],
    [5, 2],
    [6, 1],
    [3, 0],
  ])('of size %d and rank %d has its matrix for a square', (n, rank) => {
    const B = normals(n + rank, n * Math.max(rank, 1));
    const matrix = Float64Array.from({ length: n * n }, (_, at) => {
      let sum = 0;
      for (let k = 0; k < rank; k++) sum += B[Math.floor(at / n) * rank + k]! * B[(at % n) * rank + k]!;
      return sum;
    });
    const L = semidefiniteFactor(matrix, n);
    product(L, n).forEach((value, at) => {
      expect(value).toBeCloseTo(matrix[at]!, 12);
    });
    const columns = Array.from({ length: n }, (_, j) => L[j * n + j]!).filter((pivot) => pivot !== 0);
    expect(columns).toHaveLength(rank);
  });
});
