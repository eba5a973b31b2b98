import { grads, type Tensor, tensor1d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { gaussianStretch } from '../../../../webview/engine/math/tensor/gaussianStretch';
import { backends, useBackend } from '../../backends';
import { expectClose, rowsOf } from '../table';

describe.each(backends)('gaussianStretch on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test('has the values of the reference', () => {
    const rows = rowsOf('gaussianStretch');
    const [w, m] = [0, 1].map((k) => rows.map(({ args }) => args[k]!)) as [number[], number[]];
    const values = tidy(() => [...gaussianStretch(tensor1d(w), tensor1d(m)).dataSync()]);
    rows.forEach(({ args, value }, i) => {
      expectClose(values[i]!, value, 1e-6, 0, args);
    });
  });

  test('its derivative by the width is the integrand at the end', () => {
    const [w, m] = [
      [0.25, 3, 0.5],
      [2, 1, 20],
    ] as const;
    const [slope] = tidy(() => {
      const f = (...t: Tensor[]) => gaussianStretch(t[0]!, t[1]!);
      return grads(f)([tensor1d([...w]), tensor1d([...m])]).map((g) => [...g.dataSync()]);
    }) as [number[]];
    expect(slope).toHaveLength(3);
    w.forEach((width, i) => {
      expectClose(slope[i]!, Math.exp(-width * (m[i]! + 0.5 * width)), 2e-5, 1e-7, width);
    });
  });
});
