import { beforeAll, describe, test } from 'vitest';

import { sineSquare } from '../../../../webview/engine/math/tensor/sineSquare';
import { backends, useBackend } from '../../backends';
import { expectClose, rowsOf, valuesAt } from '../table';

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
