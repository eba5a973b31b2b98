import { describe, expect, it } from 'vitest';
import { aType, typeWords } from '../../../src/features/docs/type';
import type { ValueType } from '../../../src/model/type';

describe('typeWords', () => {
  const cases: readonly [ValueType, string][] = [
    [{ kind: 'real', shape: [] }, 'real number'],
    [{ kind: 'integer', shape: [] }, 'integer'],
    [{ kind: 'boolean', shape: [] }, 'truth value'],
    [{ kind: 'real', shape: [3] }, 'vector of 3 real numbers'],
    [{ kind: 'real', shape: [1] }, 'vector of 1 real number'],
    [{ kind: 'integer', shape: [2, 3] }, '2 × 3 matrix of integers'],
    [{ kind: 'real', shape: [2, 3, 4] }, '2 × 3 × 4 array of real numbers'],
    [{ kind: 'category', shape: [], count: 5 }, 'category, one of 1…5'],
    [{ kind: 'category', shape: [], count: 2, labels: ['a', 'b'] }, 'category, one of a, b'],
    [{ kind: 'category', shape: [2], count: 3 }, 'vector of 2 categories, one of 1…3'],
    [{ kind: 'category', shape: [] }, 'category'],
    [
      { kind: 'category', shape: [], count: 10, labels: [...'abcdefghij'] },
      'category, one of a, b, c, d, e, f, g, h and 2 more',
    ],
  ];
  it.each(cases)('%j is a %s', (type, words) => {
    expect(typeWords(type)).toBe(words);
  });
});

describe('aType', () => {
  it('has the article that fits', () => {
    expect(aType({ kind: 'integer', shape: [] })).toBe('an integer');
    expect(aType({ kind: 'real', shape: [2] })).toBe('a vector of 2 real numbers');
  });
});
