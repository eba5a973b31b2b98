import { grads, memory, type Tensor, tensor, tensor1d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { deviance } from '../../../../webview/engine/math/tensor/deviance';
import { backends, useBackend } from '../../backends';
import { expectClose, rowsOf } from '../table';

describe.each(backends)('deviance on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test('has the values of the reference', () => {
    const rows = rowsOf('deviance');
    const [x, m] = [0, 1].map((k) => rows.map(({ args }) => args[k]!)) as [number[], number[]];
    const values = tidy(() => [...deviance(tensor1d(x), tensor1d(m)).dataSync()]);
    rows.forEach(({ args, value }, i) => {
      expectClose(values[i]!, value, 1e-6, 0, args);
    });
  });

  test('0 log 0 is 0, and x log (x/0) infinite', () => {
    const values = tidy(() => [...deviance(tensor1d([0, 0, 2]), tensor1d([0, 3, 0])).dataSync()]);
    expect(values).toEqual([0, 3, Infinity]);
  });

  test('gradients log (x/m) and 1 − x/m are summed over what was broadcast, and nothing leaks', () => {
    const before = memory().numTensors;
    const [dx, dm] = tidy(() => {
      const f = (...t: Tensor[]) => deviance(t[0]!, t[1]!);
      return grads(f)([tensor([1, 2, 4], [3, 1]), tensor1d([2, 8])]).map((g) => [...g.dataSync()]);
    }) as [number[], number[]];
    expect(memory().numTensors).toBe(before);
    [1, 2, 4].forEach((x, i) => {
      expectClose(dx[i]!, Math.log(x / 2) + Math.log(x / 8), 1e-6, 1e-7, x);
    });
    expect(dm).toEqual([3 - 7 / 2, 3 - 7 / 8]);
  });
});
