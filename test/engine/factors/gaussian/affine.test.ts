import { describe, expect, it } from 'vitest';
import {
  type Affine,
  combined,
  commonShape,
  constantScalar,
  constantValue,
  gathered,
  joined,
  mapped,
  product,
  scaled,
  spreadTo,
  total,
} from '../../../../src/engine/factors/gaussian/affine';
import { identityRows } from '../../../../src/engine/factors/gaussian/rows';

/** x₁ + 1, x₂ + 2, x₃ + 3 */
const x: Affine = { shape: [3], constant: Float64Array.of(1, 2, 3), rows: identityRows(0, 3) };
const numbers = (...values: number[]) => constantValue([values.length], Float64Array.from(values));

/** Constant and coefficients of each number. */
function dense({ constant, rows }: Affine): number[][] {
  return Array.from(constant, (each, i) => {
    const row = [each, 0, 0, 0];
    if (rows !== null)
      for (let e = rows.start[i]!; e < rows.start[i + 1]!; e++) row[1 + rows.column[e]!]! += rows.value[e]!;
    return row;
  });
}

describe('affine values', () => {
  it('are added and subtracted, a scalar to every number', () => {
    expect(dense(combined(x, 2, constantScalar(10), -1))).toEqual([
      [-8, 2, 0, 0],
      [-6, 0, 2, 0],
      [-4, 0, 0, 2],
    ]);
    expect(dense(combined(x, 1, x, -1))).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  it('are scaled number by number', () => {
    expect(dense(scaled(x, numbers(2, 0, -1)))).toEqual([
      [2, 2, 0, 0],
      [0, 0, 0, 0],
      [-3, 0, 0, -1],
    ]);
    expect(dense(scaled(total(x), numbers(1, 3)))).toEqual([
      [6, 1, 1, 1],
      [18, 3, 3, 3],
    ]);
  });

  it('are multiplied by a matrix from either side', () => {
    const matrix = constantValue([2, 3], Float64Array.of(1, 0, 2, 0, -1, 1));
    expect(dense(product(matrix, x)!)).toEqual([
      [7, 1, 0, 2],
      [1, 0, -1, 1],
    ]);
    const row: Affine = { ...x, shape: [1, 3] };
    const right = product(row, constantValue([3, 2], Float64Array.of(1, 0, 0, 1, 2, 2)))!;
    expect(right.shape).toEqual([1, 2]);
    expect(dense(right)).toEqual([
      [7, 1, 0, 2],
      [8, 0, 1, 2],
    ]);
    expect(product(row, x)).toBeNull();
  });

  it('are summed, picked, repeated and put end to end', () => {
    expect(dense(total(x))).toEqual([[6, 1, 1, 1]]);
    expect(dense(gathered(x, [2, 0], [2]))).toEqual([
      [3, 0, 0, 1],
      [1, 1, 0, 0],
    ]);
    const pair = gathered(x, [0, 1], [2]);
    expect(dense(spreadTo(pair, [2, 2]))).toEqual([
      [1, 1, 0, 0],
      [1, 1, 0, 0],
      [2, 0, 1, 0],
      [2, 0, 1, 0],
    ]);
    expect(dense(joined([constantScalar(4), pair], [3]))).toEqual([
      [4, 0, 0, 0],
      [1, 1, 0, 0],
      [2, 0, 1, 0],
    ]);
    expect(joined([constantScalar(4), constantScalar(5)], [2])).toEqual(numbers(4, 5));
  });

  it('are mapped only where they are constant', () => {
    expect(mapped(numbers(1, 4), Math.sqrt)).toEqual(numbers(1, 2));
    expect(mapped(x, Math.sqrt)).toBeNull();
    expect(commonShape([x, constantScalar(1), constantValue([3, 2], new Float64Array(6))])).toEqual([3, 2]);
  });
});
