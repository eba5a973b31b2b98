import { beforeAll, describe, expect, test } from 'vitest';
import { clamp } from '../../../../src/engine/tensor/math/clamp';
import { backends, useBackend } from '../../backends';
import { valuesAt } from '../../math/table';

describe.each(backends)('clamp on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test('keeps what lies between the ends, and NaN', () => {
    const held = clamp(-1e30, 4);
    expect([...valuesAt(held, [-Infinity, -2, 0, 3, 7, Infinity, NaN])]).toEqual([
      Math.fround(-1e30),
      -2,
      0,
      3,
      4,
      4,
      NaN,
    ]);
    expect([...valuesAt(clamp(-1, Infinity), [-Infinity, Infinity])]).toEqual([-1, Infinity]);
  });
});
