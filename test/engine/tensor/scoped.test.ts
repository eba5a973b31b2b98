import { memory, tensor } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { scoped } from '../../../src/engine/tensor/scoped';
import '../plain';

it('frees what was made, also when the computation is left', () => {
  const before = memory().numTensors;
  expect(scoped(() => tensor([1, 2]).dataSync()[1])).toBe(2);
  expect(scoped(() => undefined)).toBeUndefined();
  expect(() =>
    scoped(() => {
      tensor([1]);
      throw new Error('left');
    }),
  ).toThrow('left');
  expect(memory().numTensors).toBe(before);
});
