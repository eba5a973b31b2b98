import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/cli/failure';
import { readValue, sizeOfType } from '../../src/cli/values';
import type { ValueType } from '../../src/model/type';
import { realScalar } from '../engine/build';

const boolean: ValueType = { kind: 'boolean', shape: [] };
const colour: ValueType = { kind: 'category', shape: [], count: 3, labels: ['blue', 'orange', 'green'] };
const numbered: ValueType = { kind: 'category', shape: [], count: 3 };
const matrix: ValueType = { kind: 'real', shape: [2, 3] };

describe('readValue', () => {
  it.each([
    [1.5, realScalar, [1.5]],
    [-0, realScalar, [-0]],
    [4, { kind: 'integer', shape: [] }, [4]],
    [true, boolean, [1]],
    [false, boolean, [0]],
    ['true', boolean, [1]],
    ['false', boolean, [0]],
    [1, boolean, [1]],
    [0, boolean, [0]],
    ['blue', colour, [1]],
    ['green', colour, [3]],
    [2, colour, [2]],
    [3, numbered, [3]],
    ['3', numbered, [3]],
    [[1, 2, 3], { kind: 'real', shape: [3] }, [1, 2, 3]],
    [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      matrix,
      [1, 2, 3, 4, 5, 6],
    ],
    [['blue', 3], { ...colour, shape: [2] }, [1, 3]],
  ] as [unknown, ValueType, number[]][])('takes %j', (value, type, numbers) => {
    expect(readValue(value, type, 'x')).toEqual(numbers);
  });

  it.each([
    ['abc', realScalar, 'x is "abc", and must be a finite number.'],
    [true, realScalar, 'x is true, and must be a finite number.'],
    [null, realScalar, 'x is null, and must be a finite number.'],
    [undefined, realScalar, 'x is nothing, and must be a finite number.'],
    [Number.POSITIVE_INFINITY, realScalar, 'x is "Infinity", and must be a finite number.'],
    [[1], realScalar, 'x is [1], and must be a finite number.'],
    [2, boolean, 'x is 2, and must be true or false.'],
    ['True', boolean, 'x is "True", and must be true or false.'],
    [0, numbered, 'x is 0, and must be a category from 1 to 3.'],
    [1.5, numbered, 'x is 1.5, and must be a category from 1 to 3.'],
    ['', numbered, 'x is "", and must be a category from 1 to 3.'],
    [4, colour, 'x is 4, and must be one of blue, orange, green.'],
    ['oragne', colour, 'x is "oragne", and must be one of blue, orange, green. Did you mean orange?'],
    [1, matrix, 'x is 1, and must be an array of 2 rows of 3 numbers.'],
    [
      [
        [1, 2, 3],
        [4, 5],
      ],
      matrix,
      'x, entry 2 is [4,5], and must be an array of 3 numbers.',
    ],
    [
      [
        [1, 2, 3],
        [4, 5, 'a'],
      ],
      matrix,
      'x, entry 2, entry 3 is "a", and must be a finite number.',
    ],
  ] as [unknown, ValueType, string][])('refuses %j', (value, type, message) => {
    expect(() => readValue(value, type, 'x')).toThrow(message);
  });

  it('cuts what is long', () => {
    const long = 'a'.repeat(100);
    expect(() => readValue(long, realScalar, 'x')).toThrow(`x is "${'a'.repeat(58)}…, and must be a finite number.`);
    const labels = Array.from({ length: 20 }, (_, i) => `l${i}`);
    expect(() => readValue(long, { kind: 'category', shape: [], count: 20, labels }, 'x')).toThrow('l11, ….');
  });
});

it('a type has as many numbers as its shape says', () => {
  expect([sizeOfType(realScalar), sizeOfType(matrix)]).toEqual([1, 6]);
});

it('refuses whatever is no value with a failure, never with anything else', () => {
  const types: ValueType[] = [realScalar, boolean, colour, numbered, matrix, { kind: 'integer', shape: [2] }];
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...types), (value, type) => {
      try {
        const numbers = readValue(value, type, 'x');
        expect(numbers.length).toBe(sizeOfType(type));
        expect(numbers.every(Number.isFinite)).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
    }),
    { seed: 3 },
  );
});
