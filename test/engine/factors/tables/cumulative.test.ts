import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cumulative } from '../../../../src/engine/factors/tables/cumulative';

function state(table: Parameters<typeof cumulative>[0], row: number, u: number): number {
  const rows = Int32Array.of(row);
  cumulative(table).draw(rows, Float64Array.of(u));
  return rows[0]!;
}

const table = (count: number, values: readonly number[]) => ({
  states: { count, values: Float64Array.from({ length: count }, (_, i) => i), truncated: false },
  values: Float64Array.from(values),
});

it('finds the first state at which the distribution function reaches a number', () => {
  const weights = fc
    .array(fc.nat(5), { minLength: 1, maxLength: 12 })
    .filter((all) => all.some((weight) => weight > 0));
  fc.assert(
    fc.property(weights, fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }), (all, u) => {
      const total = all.reduce((a, b) => a + b, 0);
      let [sum, expected] = [0, 0];
      while (sum + all[expected]! < u * total) sum += all[expected++]!;
      expect(state(table(all.length, all), 0, u)).toBe(expected);
    }),
    { seed: 5, numRuns: 500 },
  );
});

it('knows every row of a table', () => {
  const made = table(2, [1, 0, 0.25, 0.75]);
  expect(state(made, 0, 0.999)).toBe(0);
  expect(state(made, 1, 0.2)).toBe(0);
  expect(state(made, 1, 0.3)).toBe(1);
  expect(cumulative(made)).toBe(cumulative(made));
});
