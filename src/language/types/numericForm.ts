import type { Constant } from './constant';
import { rangeOf } from './range';
import type { Shape } from './valueType';

/** How far from 1 probabilities may sum: six decimals of a third, three times, and the rounding of their sum. */
const tolerance = 1.000_001e-6;

/** How far two mirrored entries of a covariance may differ, as a share of the larger. */
const symmetryTolerance = 1e-9;

/** A larger matrix is not factorised while someone types. */
const largestMatrix = 256;

/** Whether a sum of probabilities counts as 1. */
export function sumsToOne(sum: number): boolean {
  return Math.abs(sum - 1) <= tolerance;
}

export function sum(values: Constant): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Whether every row along the last axis is a vector of probabilities. */
export function isSimplexRows(values: Constant, shape: Shape): boolean {
  const length = shape.at(-1);
  if (length === undefined || length === 0) return false;
  return rowsOf(values, length).every((row) => rangeOf(row).low >= 0 && sumsToOne(sum(row)));
}

export function rowsOf(values: Constant, length: number): readonly Constant[] {
  const rows: Constant[] = [];
  for (let start = 0; start < values.length; start += length) rows.push(values.slice(start, start + length));
  return rows;
}

export type CovarianceFault =
  | { readonly kind: 'asymmetric'; readonly row: number; readonly column: number }
  | { readonly kind: 'indefinite' };

/** What keeps an n × n matrix from being a covariance: symmetric, and positive definite by Cholesky's factorisation. */
export function covarianceFault(matrix: Constant, n: number): CovarianceFault | null {
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < row; column++) {
      const [a, b] = [matrix[row * n + column]!, matrix[column * n + row]!];
      if (Math.abs(a - b) > symmetryTolerance * Math.max(Math.abs(a), Math.abs(b))) {
        return { kind: 'asymmetric', row: row + 1, column: column + 1 };
      }
    }
  }
  return n > largestMatrix || isPositiveDefinite(matrix, n) ? null : { kind: 'indefinite' };
}

function isPositiveDefinite(matrix: Constant, n: number): boolean {
  const factor = new Float64Array(n * n);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * n + column]!;
      for (let k = 0; k < column; k++) rest -= factor[row * n + k]! * factor[column * n + k]!;
      if (row !== column) {
        factor[row * n + column] = rest / factor[column * n + column]!;
        continue;
      }
      if (!(rest > 1e-12 * Math.abs(matrix[row * n + row]!))) return false;
      factor[row * n + row] = Math.sqrt(rest);
    }
  }
  return true;
}
