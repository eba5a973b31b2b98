import { expect, test } from 'vitest';
import { millsRatio } from '../../../src/engine/math/millsRatio';
import { expectClose, rowsOf } from './table';

test('millsRatio has the values of the reference', () => {
  for (const { args, value } of rowsOf('millsRatio'))
    expectClose(millsRatio(...(args as [number])), value, 1e-14, 0, args);
});

test('far out it is 1/t', () => {
  expect(millsRatio(1e200)).toBe(1e-200);
  expect(millsRatio(Infinity)).toBe(0);
});
