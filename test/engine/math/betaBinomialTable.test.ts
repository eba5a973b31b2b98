import { expect, test } from 'vitest';
import { betaBinomialTable } from '../../../src/engine/math/betaBinomialTable';
import { incompleteBeta } from '../../../src/engine/math/incompleteBeta';
import { expectClose } from './table';

test('uniform for alpha = beta = 1', () => {
  const { low, cumulative } = betaBinomialTable(9, 1, 1)!;
  expect([low, cumulative.length]).toEqual([0, 10]);
  cumulative.forEach((p, k) => {
    expectClose(p, (k + 1) / 10, 1e-14, 0, k);
  });
});

test('ends at 1', () => {
  const table = betaBinomialTable(1000, 0.3, 700)!;
  expect(table.low).toBe(0);
  expect(table.cumulative.at(-1)).toBe(1);
  expect(betaBinomialTable(0, 2, 3)).toEqual({ low: 0, cumulative: Float64Array.of(1) });
});

test('peaks at both ends for small parameters', () => {
  const { cumulative } = betaBinomialTable(2, 1e-9, 1e-9)!;
  expect([...cumulative].map((p) => p.toFixed(6))).toEqual(['0.500000', '0.500000', '1.000000']);
});

test('of enormous parameters is the binomial, and goes only as far as there is mass', () => {
  const { low, cumulative } = betaBinomialTable(1e6, 1e20, 3e20)!;
  expect(cumulative.length).toBeLessThan(40_000);
  for (const k of [248_000, 249_800, 250_000, 250_700]) {
    expectClose(cumulative[k - low]!, incompleteBeta(1e6 - k, k + 1, 0.75, 0.25), 1e-9, 0, k);
  }
});

test('is not built of more values than memory should hold', () => {
  expect(betaBinomialTable(1e9, 2, 3)).toBeNull();
  expect(betaBinomialTable(1e9, 2, 3e9)).not.toBeNull();
});
