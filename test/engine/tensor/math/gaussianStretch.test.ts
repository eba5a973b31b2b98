import { tensor1d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { gaussianStretch } from '../../../../src/engine/tensor/math/gaussianStretch';
import { backends, useBackend } from '../../backends';
import { expectClose, rowsOf } from '../../math/table';

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
});
