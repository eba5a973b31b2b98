import { beforeAll, describe, expect, test } from 'vitest';
import { log1p } from '../../../../src/engine/tensor/math/log1p';
import { backends, useBackend } from '../../backends';
import { expectClose, valuesAt } from '../../math/table';

describe.each(backends)('log1p on %s', (backend) => {
  beforeAll(() => useBackend(backend));
  const x = [-0.9990234375, -0.5, -0.3125, -0.25, -(2 ** -20), 0, 2 ** -30, 0.125, 0.28125, 0.3125, 1, 1e6, 1e30];

  test('is exact relative to itself', () => {
    valuesAt(log1p, x).forEach((value, i) => {
      expectClose(value, Math.log1p(Math.fround(x[i]!)), 3e-7, 0, x[i]);
    });
    expect([...valuesAt(log1p, [-1, Infinity, NaN])]).toEqual([-Infinity, Infinity, NaN]);
  });
});
