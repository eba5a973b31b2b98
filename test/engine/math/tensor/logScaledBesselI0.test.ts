import { beforeAll, describe, expect, test } from 'vitest';
import { besselRatios } from '../../../../webview/engine/math/besselRatios';
import { logScaledBesselI0 } from '../../../../webview/engine/math/tensor/logScaledBesselI0';
import { backends, useBackend } from '../../backends';
import { expectClose, rowsOf, valuesAt } from '../table';
import { slopesAt } from './slopes';

describe.each(backends)('logScaledBesselI0 on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test('has the values of the reference', () => {
    const rows = rowsOf('logScaledBesselI0');
    const values = valuesAt(
      logScaledBesselI0,
      rows.map(({ args }) => args[0]!),
    );
    rows.forEach(({ args, value }, i) => {
      expectClose(values[i]!, value, 4e-7, 3e-7, args);
    });
  });

  test('its derivative is I₁/I₀ − 1', () => {
    const x = [0, 0.5, 3, 15.9, 16.1, 1000];
    slopesAt(logScaledBesselI0, x).forEach((slope, i) => {
      expectClose(slope, (besselRatios(x[i]!)[1] ?? 0) - 1, 1e-6, 3e-7, x[i]);
    });
    expect(slopesAt(logScaledBesselI0, [0])[0]).toBeCloseTo(-1, 6);
  });
});
