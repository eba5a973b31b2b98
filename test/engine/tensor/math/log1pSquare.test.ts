import { beforeAll, describe, expect, test } from 'vitest';
import { log1pSquare } from '../../../../src/engine/tensor/math/log1pSquare';
import { backends, useBackend } from '../../backends';
import { expectClose, valuesAt } from '../../math/table';

describe.each(backends)('log1pSquare on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test('is exact relative to itself, also where the square is no float', () => {
    const x = [-(2 ** 100), -9999, -3, 0, 2 ** -9, 0.75, 10001, 2 ** 120];
    valuesAt(log1pSquare, x).forEach((value, i) => {
      expectClose(value, Math.log1p(x[i]! ** 2), 4e-7, 0, x[i]);
    });
    expect([...valuesAt(log1pSquare, [Infinity, NaN])]).toEqual([Infinity, NaN]);
  });
});
