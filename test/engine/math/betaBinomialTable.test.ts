import { expect, test } from 'vitest';
import { betaBinomialTable } from '../../../webview/engine/math/betaBinomialTable';
import { expectClose } from './table';

test('uniform for alpha = beta = 1', () => {
  betaBinomialTable(9, 1, 1).forEach((p, k) => {
    expectClose(p, (k + 1) / 10, 1e-14, 0, k);
  });
});

test('ends at 1, and a table is built once while it is asked for', () => {
  const table = betaBinomialTable(1000, 0.3, 700);
  expect(table).toHaveLength(1001);
  expect(table[1000]).toBe(1);
  expect(betaBinomialTable(1000, 0.3, 700)).toBe(table);
  expect(betaBinomialTable(0, 2, 3)).toEqual(Float64Array.of(1));
});

test('peaks at both ends for small parameters', () => {
  const table = betaBinomialTable(2, 1e-9, 1e-9);
  expect([...table].map((p) => p.toFixed(6))).toEqual(['0.500000', '0.500000', '1.000000']);
});
