import { expect, it } from 'vitest';
import { nodeValues, spreadStates } from '../../../../src/engine/factors/tables/stateValues';
import '../../plain';

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

it('values become a tensor with two batch axes, if they fit', () => {
  const made = nodeValues(Float64Array.of(1, 2, 3, 4), 2, [2]);
  expect(made.shape).toEqual([1, 2, 2]);
  expect(Array.from(made.dataSync())).toEqual([1, 2, 3, 4]);
  made.dispose();
  expect(() => nodeValues(new Float64Array(3), 2, [2])).toThrow('do not fit');
});
