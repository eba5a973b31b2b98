import { getGradient, grad, mul, registerGradient, sum, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { activations } from '../../../webview/engine/activations';
import { functions } from '../../../webview/engine/functions';
import { registerGradients } from '../../../webview/engine/gradients';
import { gatherGradient } from '../../../webview/engine/gradients/gather';
import { backends, useBackend } from '../backends';

const at = [0.3, 0.8, 1.4, 2.1, 0.55, 1.9];
const weights = [0.5, -1, 2, 0.25, 1, -0.75];
const again = (count: number) => Array.from({ length: count }, (_, i) => weights[i % weights.length]!);

/** Σ w f(x), its slopes by tf.grad and by differences of five points in single precision. */
function compare(f: (x: Tensor) => Tensor, shape: number[]): void {
  const value = (x: readonly number[]) =>
    tidy(() => {
      const y = f(tensor([...x], shape));
      return sum(mul(y, tensor(again(y.size), y.shape))).dataSync()[0]!;
    });
  const slopes = tidy(() => {
    const total = (x: Tensor) => {
      const y = f(x);
      return sum(mul(y, tensor(again(y.size), y.shape)));
    };
    return [...grad(total)(tensor(at, shape)).dataSync()];
  });
  at.forEach((_, i) => {
    const h = 0.02;
    const moved = (step: number) => value(at.map((x, k) => (k === i ? x + step * h : x)));
    const expected = (moved(-2) - 8 * moved(-1) + 8 * moved(1) - moved(2)) / (12 * h);
    expect(Math.abs(slopes[i]! - expected), `${i}: ${slopes[i]} for ${expected}`).toBeLessThan(
      2e-3 * Math.max(1, Math.abs(expected)),
    );
  });
}

describe.each(backends)('every function of the language has a gradient on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test.each(Object.keys(functions) as (keyof typeof functions)[])('%s', (name) => {
    const other = tensor([0.5, 1, -1, 2, 3, 0.1], [1, 1, 6]);
    const matrix = tensor(weights, [1, 1, 1, 6]);
    compare(
      (x) => {
        if (name === 'dot' || name === 'concat') return functions[name]([x, other]);
        if (name === 'matmul') return functions.matmul([matrix, x]);
        return functions[name]([x]);
      },
      [1, 1, 6],
    );
    if (name === 'min' || name === 'max') compare((x) => functions[name]([x, other]), [1, 1, 6]);
    other.dispose();
    matrix.dispose();
  });

  test.each(Object.keys(activations) as (keyof typeof activations)[])('%s', (name) => {
    compare(activations[name], [1, 1, 6]);
  });
});

test('registers what stands here in the place of the library’s, once', () => {
  registerGradients();
  expect(getGradient('GatherV2')).toBe(gatherGradient);
  const other = { ...gatherGradient };
  registerGradient(other);
  registerGradients();
  expect(getGradient('GatherV2')).toBe(other);
  registerGradient(gatherGradient);
});
