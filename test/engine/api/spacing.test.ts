import { expect, it } from 'vitest';
import { spacingOf } from '../../../src/engine/api/spacing';

it('is that of the first two values, and 1 where there are no two', () => {
  expect([[1, 2, 3], [0, 5, 10], [7], []].map(spacingOf)).toEqual([1, 5, 1, 1]);
});
