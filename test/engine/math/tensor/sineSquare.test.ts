import { beforeAll, describe, expect, test } from 'vitest';

import { sineSquare } from '../../../../webview/engine/math/tensor/sineSquare';
import { backends, useBackend } from '../../backends';
import { expectClose, rowsOf, valuesAt } from '../table';
import { slopesAt } from './slopes';

describe.each(backends)('sineSquare on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test('has the values of the reference', () => {
    const rows = rowsOf('sineSquare');
    const values = valuesAt(
      sineSquare,
      rows.map(({ args }) => args[0]!),
    );
    rows.forEach(({ args, value }, i) => {
      expectClose(values[i]!, value, 1e-6, 1e-12, args);
    });
  });

  test('its derivative is sin(x)/2', () => {
    const x = [-6, -1, 0, 0.01, 2, 4, 30];
    slopesAt(sineSquare, x).forEach((slope, i) => {
      expectClose(slope, 0.5 * Math.sin(x[i]!), 1e-5, 1e-6, x[i]);
    });
    expect(slopesAt(sineSquare, [0])[0]).toBe(0);
  });
});
