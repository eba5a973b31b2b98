import { test } from 'vitest';
import { gaussianStretch } from '../../../src/engine/math/gaussianStretch';
import { expectClose, rowsOf } from './table';

test('gaussianStretch has the values of the reference', () => {
  for (const { args, value } of rowsOf('gaussianStretch'))
    expectClose(gaussianStretch(...(args as [number, number])), value, 2e-14, 0, args);
});
