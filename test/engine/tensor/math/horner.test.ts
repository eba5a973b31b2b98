import { beforeAll, expect, test } from 'vitest';
import { horner } from '../../../../src/engine/tensor/math/horner';
import { useBackend } from '../../backends';
import { valuesAt } from '../../math/table';

beforeAll(() => useBackend('cpu'));

test('sums powers', () => {
  expect([...valuesAt((x) => horner([1, -2, 3], x), [0, 1, 2, -1])]).toEqual([1, 2, 9, 6]);
  expect([...valuesAt((x) => horner([4, 0.5], x), [0, 2])]).toEqual([4, 5]);
});
