import { grads, greater, log, memory, mul, type Tensor, tensor, tensor1d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { select } from '../../../../webview/engine/math/tensor/select';
import { backends, useBackend } from '../../backends';

describe.each(backends)('select on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test('picks, with a constant on either side', () => {
    const [both, yes, no] = tidy(() => {
      const [mask, a, b] = [greater(tensor1d([1, -1]), 0), tensor1d([10, 20]), tensor1d([30, 40])];
      return [select(mask, a, b), select(mask, 5, b), select(mask, a, 5)].map((t) => [...t.dataSync()]);
    }) as [number[], number[], number[]];
    expect([both, yes, no]).toEqual([
      [10, 40],
      [5, 40],
      [10, 5],
    ]);
  });

  test('gradients go to what was picked, past the mask, summed over what was broadcast', () => {
    const before = memory().numTensors;
    const [dx, da, db] = tidy(() => {
      const f = (...[x, a, b]: Tensor[]) => mul(select(greater(x!, 0), a!, b!), x!);
      return grads(f)([tensor([1, -2, 3], [3, 1]), tensor1d([10, 20]), tensor1d([7])]).map((g) => [...g.dataSync()]);
    }) as [number[], number[], number[]];
    expect(memory().numTensors).toBe(before);
    expect(dx).toEqual([30, 14, 30]);
    expect(da).toEqual([4, 4]);
    expect(db).toEqual([-4]);
  });

  test('a masked operand is never multiplied into a NaN', () => {
    const [slope] = tidy(() => {
      const f = (...[x]: Tensor[]) => select(greater(x!, 0), log(select(greater(x!, 0), x!, 1)), 0);
      return grads(f)([tensor1d([2, 0, -1])]).map((g) => [...g.dataSync()]);
    }) as [number[]];
    expect(slope).toEqual([0.5, 0, 0]);
  });
});
