import { broadcastTo, grad, mul, type Tensor, tensor, tidy, tile } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { tileGradient } from '../../../webview/engine/gradients/tile';
import { backends, useBackend } from '../backends';

describe.each(backends)('tile on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test('adds the copies up', () => {
    const weights = Float32Array.from({ length: 24 }, (_, i) => i);
    const slopes = tidy(() => {
      const f = (x: Tensor) => mul(tile(x, [2, 3]), tensor(weights, [4, 6]));
      return [...grad(f)(tensor([1, 2, 3, 4], [2, 2])).dataSync()];
    });
    const expected = [0, 1, 2, 3].map((k) => {
      const [row, column] = [Math.floor(k / 2), k % 2];
      return weights.reduce((sum, w, i) => {
        const [r, c] = [Math.floor(i / 6), i % 6];
        return r % 2 === row && c % 2 === column ? sum + w : sum;
      }, 0);
    });
    expect(slopes).toEqual(expected);
  });

  test('and so of a broadcast, of many copies at once', () => {
    const f = (x: Tensor) => broadcastTo(x, [1, 5000, 2, 2, 3]);
    expect(tidy(() => [...grad(f)(tensor([1, 2], [1, 1, 2, 1, 1])).dataSync()])).toEqual([30000, 30000]);
  });
});

test('is that of the op of this name', () => {
  expect(tileGradient.kernelName).toBe('Tile');
});
