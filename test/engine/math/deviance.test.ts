import { expect, test } from 'vitest';
import { deviance } from '../../../src/engine/math/deviance';
import { expectClose, rowsOf } from './table';

test('deviance has the values of the reference', () => {
  for (const { args, value } of rowsOf('deviance'))
    expectClose(deviance(...(args as [number, number])), value, 2e-15, 0, args);
});

test('of equal numbers is 0, and none is negative', () => {
  expect(deviance(7, 7)).toBe(0);
  expect(deviance(0, 0)).toBe(0);
  for (let k = -40; k <= 40; k++) expect(deviance(1, 1 + k * 2 ** -40)).toBeGreaterThanOrEqual(0);
});
