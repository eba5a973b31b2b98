import { tensor1d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { deviance } from '../../../../src/engine/tensor/math/deviance';
import { backends, useBackend } from '../../backends';
import { expectClose, rowsOf } from '../../math/table';

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
});
