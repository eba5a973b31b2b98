import { grads, matMul, mul, sum, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { matMulGradient } from '../../../webview/engine/gradients/matMul';
import { backends, useBackend } from '../backends';

const numbers = (count: number, step: number) => Float32Array.from({ length: count }, (_, i) => Math.sin(step * i + 1));

describe.each(backends)('matrix product on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('slopes of Σ W ∘ A B with flags %s, %s, in a batch of 2', (transposeA, transposeB) => {
    const [A, B, W] = [numbers(12, 0.7), numbers(24, 1.3), numbers(16, 0.4)];
    // A is 2 × 3 and B 3 × 4 once turned.
    const a = (p: number, i: number, k: number) => p * 6 + (transposeA ? k * 2 + i : i * 3 + k);
    const b = (p: number, k: number, j: number) => p * 12 + (transposeB ? j * 3 + k : k * 4 + j);
    const slopes = tidy(() => {
      const f = (x: Tensor, y: Tensor) => sum(mul(matMul(x, y, transposeA, transposeB), tensor(W, [2, 2, 4])));
      const inputs = [tensor(A, transposeA ? [2, 3, 2] : [2, 2, 3]), tensor(B, transposeB ? [2, 4, 3] : [2, 3, 4])];
      return grads(f)(inputs).map((g) => [...g.dataSync()]);
    }) as [number[], number[]];
    const [expectedA, expectedB] = [new Float64Array(12), new Float64Array(24)];
    for (let p = 0; p < 2; p++) {
      for (let i = 0; i < 2; i++) {
        for (let j = 0; j < 4; j++) {
          for (let k = 0; k < 3; k++) {
            const w = W[p * 8 + i * 4 + j]!;
            expectedA[a(p, i, k)]! += w * B[b(p, k, j)]!;
            expectedB[b(p, k, j)]! += w * A[a(p, i, k)]!;
          }
        }
      }
    }
    slopes[0].forEach((slope, i) => {
      expect(slope).toBeCloseTo(expectedA[i]!, 5);
    });
    slopes[1].forEach((slope, i) => {
      expect(slope).toBeCloseTo(expectedB[i]!, 5);
    });
  });
});

test('is that of the op of this name', () => {
  expect(matMulGradient.kernelName).toBe('BatchMatMul');
});
