import { expect, test } from 'vitest';
import { erf, erfc } from '../../../src/engine/math/erf';
import { expectClose, rowsOf } from './table';

test('erf is exact relative to itself near 0 too', () => {
  for (const { args, value } of rowsOf('erf')) expectClose(erf(args[0]!), value, 2e-14, 0, args);
  expect(erf(NaN)).toBe(NaN);
});

test('erfc is exact relative to itself in its tail', () => {
  for (const { args, value } of rowsOf('erfc')) expectClose(erfc(args[0]!), value, 1e-12, 0, args);
});
