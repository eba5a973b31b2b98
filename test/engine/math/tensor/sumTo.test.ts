import { ones, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { sumTo } from '../../../../webview/engine/math/tensor/sumTo';
import { useBackend } from '../../backends';

beforeAll(() => useBackend('cpu'));

test.each([
  [[4, 3], [4, 3], 1],
  [[4, 3], [3], 4],
  [[4, 3], [4, 1], 3],
  [[4, 3], [], 12],
  [[2, 4, 3], [4, 1], 6],
])('ones of shape %j summed to %j are %d each', (from, to, expected) => {
  const values = tidy(() => {
    const sum = sumTo(ones(from), to);
    expect(sum.shape).toEqual(to);
    return [...sum.dataSync()];
  });
  expect(new Set(values)).toEqual(new Set([expected]));
});
