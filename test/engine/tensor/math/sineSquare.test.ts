import { beforeAll, describe, test } from 'vitest';

import { sineSquare } from '../../../../src/engine/tensor/math/sineSquare';
import { backends, useBackend } from '../../backends';
import { expectClose, rowsOf, valuesAt } from '../../math/table';

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
});
