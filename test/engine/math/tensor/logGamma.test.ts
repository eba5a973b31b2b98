import { beforeAll, describe, expect, test } from 'vitest';
import { digamma } from '../../../../webview/engine/math/digamma';
import { digamma as digammaTensor, logGamma } from '../../../../webview/engine/math/tensor/logGamma';
import { backends, useBackend } from '../../backends';
import { expectClose, rowsOf, valuesAt } from '../table';
import { slopesAt } from './slopes';

describe.each(backends)('logGamma on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test('has the values of the reference', () => {
    const rows = rowsOf('logGamma');
    const values = valuesAt(
      logGamma,
      rows.map(({ args }) => args[0]!),
    );
    rows.forEach(({ args, value }, i) => {
      expectClose(values[i]!, value, 3e-7, 1e-6, args);
    });
  });

  test('its derivative is ψ(x), and that of ψ the sum of 1/(x + k)²', () => {
    const x = [0.0625, 0.5, 1, 1.5, 7, 40, 1024];
    slopesAt(logGamma, x).forEach((slope, i) => {
      expectClose(slope, digamma(x[i]!), 1e-6, 1e-6, x[i]);
    });
    expect(slopesAt(digammaTensor, [1])[0]).toBeCloseTo(Math.PI ** 2 / 6, 4);
  });
});
