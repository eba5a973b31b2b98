import { describe, expect, it } from 'vitest';
import { covarianceFault, isSimplexRows, rowsOf, sum, sumsToOne } from '../../../src/language/types/numericForm';

describe('probabilities', () => {
  it('may be off by the rounding of written numbers', () => {
    expect(sumsToOne(sum([0.333333, 0.333333, 0.333333]))).toBe(true);
    expect(sumsToOne(0.99)).toBe(false);
    expect(sumsToOne(Number.NaN)).toBe(false);
  });

  it('are looked at row by row', () => {
    expect(isSimplexRows([0.5, 0.5, 1, 0], [2, 2])).toBe(true);
    expect(isSimplexRows([0.5, 0.5, 1, 1], [2, 2])).toBe(false);
    expect(isSimplexRows([-0.5, 1.5], [2])).toBe(false);
    expect(isSimplexRows([1], [])).toBe(false);
    expect(rowsOf([1, 2, 3, 4], 2)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});

describe('covarianceFault', () => {
  it.each([
    [[1], 1, null],
    [[1, 0.6, 0.6, 1], 2, null],
    [[4, 2, 0.6, 2, 2, 0.5, 0.6, 0.5, 3], 3, null],
    [[1, 0.2, 0.3, 1], 2, { kind: 'asymmetric', row: 2, column: 1 }],
    [[1, 2, 2, 1], 2, { kind: 'indefinite' }],
    [[1, 1, 1, 1], 2, { kind: 'indefinite' }],
    [[0], 1, { kind: 'indefinite' }],
    [[-1], 1, { kind: 'indefinite' }],
  ])('%j', (matrix, n, fault) => {
    expect(covarianceFault(matrix, n)).toEqual(fault);
  });

  it('lets tiny and huge ones be', () => {
    expect(covarianceFault([1e-300, 0, 0, 1e-300], 2)).toBeNull();
    expect(covarianceFault([1e300, 0, 0, 1e-300], 2)).toBeNull();
  });
});
