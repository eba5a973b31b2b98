import { expect, it } from 'vitest';
import { drawsInWords } from '../../../src/language/types/draws';
import type { ValueType } from '../../../src/model/type';

it.each<[ValueType, string]>([
  [{ kind: 'real', shape: [] }, 'a real number'],
  [{ kind: 'integer', shape: [3] }, 'a vector of 3 (whole numbers)'],
  [{ kind: 'boolean', shape: [] }, 'true or false'],
  [{ kind: 'category', shape: [], count: 5 }, 'one of 5 categories'],
  [{ kind: 'category', shape: [], count: 2, labels: ['a', 'b'] }, 'one of a, b'],
  [{ kind: 'real', shape: [2, 3] }, 'a 2 by 3 matrix (real numbers)'],
])('%j', (type, words) => {
  expect(drawsInWords(type)).toBe(words);
});
