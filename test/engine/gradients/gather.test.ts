import { gather, grad, mul, type Tensor, tensor, tensor1d, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { gatherGradient } from '../../../webview/engine/gradients/gather';
import { backends, useBackend } from '../backends';

describe.each(backends)('gather on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test('adds what comes back to the rows that were taken, none to the others', () => {
    const slopes = tidy(() => {
      const weights = tensor([1, 2, 3, 4, 5, 6, 7, 8], [4, 2]);
      const f = (x: Tensor) => mul(gather(x, tensor1d([2, 0, 2, 2], 'int32')), weights);
      return [
        ...grad(f)(
          tensor2d([
            [1, 1],
            [1, 1],
            [1, 1],
          ]),
        ).dataSync(),
      ];
    });
    expect(slopes).toEqual([3, 4, 0, 0, 1 + 5 + 7, 2 + 6 + 8]);
  });

  test('of a vector by a matrix of indices', () => {
    const f = (x: Tensor) => gather(x, tensor([1, 1, 0, 1], [2, 2], 'int32'));
    expect(tidy(() => [...grad(f)(tensor1d([5, 7, 9])).dataSync()])).toEqual([1, 3, 0]);
  });
});

test('refuses other axes with a sentence', () => {
  expect(() => gatherGradient.gradFunc(tensor([0]), [tensor([0]), tensor([0])], { axis: 1 })).toThrow(
    'Only a gather along the first axis has a gradient.',
  );
});
