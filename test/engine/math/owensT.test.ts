import { expect, test } from 'vitest';
import { owensT } from '../../../src/engine/math/owensT';
import { expectClose, rowsOf } from './table';

test('owensT has the values of the reference', () => {
  for (const { args, value } of rowsOf('owensT'))
    expectClose(owensT(...(args as [number, number])), value, 4e-15, 1e-17, args);
});

test('is even in h and odd in the slope, and has its limits', () => {
  expect(owensT(-1, 0.5)).toBe(owensT(1, 0.5));
  expect(owensT(1, -0.5)).toBe(-owensT(1, 0.5));
  expect(owensT(0, Infinity)).toBe(0.25);
  expectClose(owensT(0, 3), Math.atan(3) / (2 * Math.PI), 1e-14, 0, 3);
});
