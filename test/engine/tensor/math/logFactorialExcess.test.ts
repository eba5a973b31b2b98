import { beforeAll, describe, test } from 'vitest';
import { logFactorialExcess } from '../../../../src/engine/tensor/math/logFactorialExcess';
import { backends, useBackend } from '../../backends';
import { expectClose, rowsOf, valuesAt } from '../../math/table';

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
});
