import { beforeAll, describe, expect, test } from 'vitest';
import { millsRatio } from '../../../../webview/engine/math/millsRatio';
import { logNormalCdf } from '../../../../webview/engine/math/tensor/logNormalCdf';
import { backends, useBackend } from '../../backends';
import { expectClose, rowsOf, valuesAt } from '../table';
import { slopesAt } from './slopes';

describe.each(backends)('logNormalCdf on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test('has the values of the reference', () => {
    const rows = rowsOf('logNormalCdf');
    const values = valuesAt(
      logNormalCdf,
      rows.map(({ args }) => args[0]!),
    );
    rows.forEach(({ args, value }, i) => {
      expectClose(values[i]!, value, 3e-7, 1e-12, args);
    });
  });

  test('its derivative is φ/Φ, also far out', () => {
    const x = [-1000, -20, -3, -0.5];
    slopesAt(logNormalCdf, x).forEach((slope, i) => {
      expectClose(slope, 1 / millsRatio(-x[i]!), 1e-6, 0, x[i]);
    });
    expect(slopesAt(logNormalCdf, [0])[0]).toBeCloseTo(Math.sqrt(2 / Math.PI), 6);
    expectClose(slopesAt(logNormalCdf, [3])[0]!, 0.004437839265186, 1e-6, 0, 3);
  });
});
