import { expect, test } from 'vitest';
import { logNormalCdf, normalCdf, normalDensity } from '../../../src/engine/math/normalCdf';
import { expectClose, rowsOf } from './table';

test('normalCdf keeps its relative precision in the lower tail', () => {
  for (const { args, value } of rowsOf('normalCdf')) expectClose(normalCdf(args[0]!), value, 2e-13, 0, args);
});

test('logNormalCdf is finite where the distribution function underflows', () => {
  for (const { args, value } of rowsOf('logNormalCdf')) expectClose(logNormalCdf(args[0]!), value, 1e-14, 0, args);
  expect(logNormalCdf(-Infinity)).toBe(-Infinity);
  expect(logNormalCdf(Infinity)).toBe(-0);
});

test('the density at 0 is 1/√(2π)', () => {
  expectClose(normalDensity(0), 1 / Math.sqrt(2 * Math.PI), 1e-15, 0, 0);
});
