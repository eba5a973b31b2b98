import { beforeAll, describe, test } from 'vitest';
import { logScaledBesselI0 } from '../../../../src/engine/tensor/math/logScaledBesselI0';
import { backends, useBackend } from '../../backends';
import { expectClose, rowsOf, valuesAt } from '../../math/table';

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
});
