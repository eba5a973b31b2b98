import { expect, test } from 'vitest';
import { densityAtEnd } from '../../../src/engine/families/densityAtEnd';

test('a factor x^power at 0 is nothing, all, or infinite', () => {
  expect(densityAtEnd(0.5, 3)).toBe(Number.NEGATIVE_INFINITY);
  expect(densityAtEnd(0, 3)).toBe(3);
  expect(densityAtEnd(-0.5, 3)).toBe(Number.POSITIVE_INFINITY);
});
