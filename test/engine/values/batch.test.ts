import { tensor, tidy, zeros } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { batchOf, broadcastBatch, commonBatch, eventShape, sizeOf, withRank } from '../../../src/engine/values/batch';
import '../plain';

it('tells the batch from the value', () => {
  tidy(() => {
    const value = zeros([1, 5, 2, 3]);
    expect(batchOf(value)).toEqual([1, 5]);
    expect(eventShape(value)).toEqual([2, 3]);
    expect(commonBatch([value, zeros([4, 1])])).toEqual([4, 5]);
    expect(commonBatch([])).toEqual([1, 1]);
  });
});

it('sets a scalar against a vector by axes at the end', () => {
  tidy(() => {
    expect(withRank(zeros([1, 5]), 2).shape).toEqual([1, 5, 1, 1]);
    const vector = zeros([1, 5, 2]);
    expect(withRank(vector, 1)).toBe(vector);
  });
});

it('repeats a value over a batch', () => {
  tidy(() => {
    const wide = broadcastBatch(tensor([1, 2], [1, 1, 2]), [1, 3]);
    expect(wide.shape).toEqual([1, 3, 2]);
    expect(Array.from(wide.dataSync())).toEqual([1, 2, 1, 2, 1, 2]);
    expect(broadcastBatch(wide, [1, 3])).toBe(wide);
  });
});

it('counts the numbers of a shape', () => {
  expect([sizeOf([]), sizeOf([3]), sizeOf([2, 3])]).toEqual([1, 3, 6]);
});
