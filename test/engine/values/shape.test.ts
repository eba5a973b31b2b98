import { expect, it } from 'vitest';
import { coordinateOffsets, sizeOf } from '../../../src/engine/values/shape';

it('counts the numbers of a shape', () => {
  expect([sizeOf([]), sizeOf([3]), sizeOf([2, 3])]).toEqual([1, 3, 6]);
});

it('coordinates lie where the axes of a parameter say', () => {
  expect(coordinateOffsets([], [])).toEqual([0]);
  expect(coordinateOffsets([3], [3])).toEqual([0, 1, 2]);
  expect(coordinateOffsets([1], [3])).toEqual([0, 0, 0]);
  expect(coordinateOffsets([1, 2], [3, 2])).toEqual([0, 1, 0, 1, 0, 1]);
  expect(coordinateOffsets([2, 1], [2, 2])).toEqual([0, 0, 1, 1]);
});
