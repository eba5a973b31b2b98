import { tensor1d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { logGamma } from '../../../../src/engine/math/stirling';
import { logBetaDensity } from '../../../../src/engine/tensor/math/logBetaDensity';
import { backends, useBackend } from '../../backends';
import { expectClose } from '../../math/table';

describe.each(backends)('logBetaDensity on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test('is the textbook formula in double precision', () => {
    for (const [x, a, b] of [
      [0.5, 1, 1],
      [0.25, 0.5, 4],
      [0.96875, 30, 0.25],
      [0.34375, 1000, 2000],
    ] as const) {
      const expected = (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logGamma(a) - logGamma(b) + logGamma(a + b);
      const [value] = tidy(() => logBetaDensity(tensor1d([x]), tensor1d([a]), tensor1d([b])).dataSync());
      expectClose(value!, expected, 1e-6, 1e-6, [x, a, b]);
    }
  });
});
