/** A variance that is smaller than this share of what it was before others were known is rounding. */
const rounding = 1e-13;

/**
 * The lower triangular L with L Lᵀ = matrix, row-major, for a matrix that is positive semi-definite: a coordinate that earlier ones
 * determine has a column of zeros.
 */
export function semidefiniteFactor(matrix: Float64Array, n: number): Float64Array {
  const L = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    let pivot = matrix[j * n + j]!;
    for (let k = 0; k < j; k++) pivot -= L[j * n + k]! ** 2;
    if (!(pivot > rounding * matrix[j * n + j]!)) continue;
    const root = Math.sqrt(pivot);
    L[j * n + j] = root;
    for (let i = j + 1; i < n; i++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= L[i * n + k]! * L[j * n + k]!;
      L[i * n + j] = sum / root;
    }
  }
  return L;
}
