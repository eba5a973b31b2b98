import { expect, it } from 'vitest';
import { timesVector, vectorTimes } from '../../../../src/engine/factors/elimination/matrixVector';

const matrix = Float64Array.of(1, 2, 3, 4, 5, 6);

it('a matrix times a vector sums over columns', () => {
  expect(Array.from(timesVector(matrix, Float64Array.of(1, 10, 100)))).toEqual([321, 654]);
});

it('a vector times a matrix sums over rows', () => {
  expect(Array.from(vectorTimes(Float64Array.of(1, 10), matrix))).toEqual([41, 52, 63]);
});
