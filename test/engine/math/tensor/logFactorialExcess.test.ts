import { beforeAll, describe, expect, test } from 'vitest';
import { digamma } from '../../../../webview/engine/math/digamma';
import { logFactorialExcess } from '../../../../webview/engine/math/tensor/logFactorialExcess';
import { backends, useBackend } from '../../backends';
import { expectClose, rowsOf, valuesAt } from '../table';
import { slopesAt } from './slopes';

describe.each(backends)('logFactorialExcess on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test('has the values of the reference', () => {
    const rows = rowsOf('logFactorialExcess');
    const values = valuesAt(
      logFactorialExcess,
      rows.map(({ args }) => args[0]!),
    );
    rows.forEach(({ args, value }, i) => {
      expectClose(values[i]!, value, 4e-7, 3e-7, args);
    });
  });

  test('its derivative is ψ(x + 1) − log x', () => {
    const x = [0.0625, 0.5, 1, 7, 40, 1024];
    slopesAt(logFactorialExcess, x).forEach((slope, i) => {
      expectClose(slope, digamma(x[i]! + 1) - Math.log(x[i]!), 1e-6, 3e-7, x[i]);
    });
    expect(slopesAt(logFactorialExcess, [0])[0]).toBeGreaterThan(60);
  });
});
