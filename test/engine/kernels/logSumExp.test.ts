import { tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, it } from 'vitest';
import { logSumExp } from '../../../webview/engine/kernels/logSumExp';
import { backends, useBackend } from '../backends';
import { expectClose, valuesOf } from './reference';

describe.each(backends)('logSumExp on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('sums over the last axis, whatever the size of the terms', () => {
    const infinity = Number.POSITIVE_INFINITY;
    const rows = [
      [0, 0],
      [-1000, -1001],
      [-infinity, 3],
      [-infinity, -infinity],
      [infinity, 3],
      [Number.NaN, 3],
    ];
    const [values] = valuesOf(() => logSumExp(tensor2d(rows)));
    expectClose(values!, [Math.LN2, -1000 + Math.log1p(Math.exp(-1)), 3, -infinity, infinity, Number.NaN], 1e-6);
  });
});
