import { beforeAll, describe, test } from 'vitest';
import { logNormalCdf } from '../../../../src/engine/tensor/math/logNormalCdf';
import { backends, useBackend } from '../../backends';
import { expectClose, rowsOf, valuesAt } from '../../math/table';

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
});
