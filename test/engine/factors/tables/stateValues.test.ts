import { expect, it } from 'vitest';
import { spreadStates } from '../../../../src/engine/factors/tables/stateValues';

it('joint states change fastest in the last variable', () => {
  const made = spreadStates([
    { count: 2, values: Float64Array.of(1, 2) },
    { count: 2, values: Float64Array.of(5, 6, 7, 8) },
  ]);
  expect(made.map((values) => Array.from(values))).toEqual([
    [1, 1, 2, 2],
    [5, 6, 7, 8, 5, 6, 7, 8],
  ]);
});
