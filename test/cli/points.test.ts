import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/cli/failure';
import { findNames } from '../../src/cli/names';
import { readPoints } from '../../src/cli/points';
import { kindsText, modelOf } from './models';

const { model, graph } = modelOf(kindsText);
const read = (of: string, value: unknown) =>
  readPoints({ name: 'p.json', value }, findNames(of, model, graph, '--of')).map((part) => Array.from(part));

describe('readPoints', () => {
  it.each([
    ['x', [1, -2.5], [[1, -2.5]]],
    ['x', [[1], [-2.5]], [[1, -2.5]]],
    ['colour', ['blue', 3, ['orange']], [[1, 3, 2]]],
    ['rain', [true, false], [[1, 0]]],
    [
      'v',
      [
        [1, 2],
        [3, 4],
      ],
      [[1, 2, 3, 4]],
    ],
    [
      'm',
      [
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
      ],
      [[1, 2, 3, 4, 5, 6]],
    ],
    ['m', [[1, 2, 3, 4, 5, 6]], [[1, 2, 3, 4, 5, 6]]],
    ['s[2]', [1, 2], [[1, 2]]],
    [
      's',
      [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
      ],
      [
        [1, 5],
        [2, 6],
        [3, 7],
        [4, 8],
      ],
    ],
    [
      'w',
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'w',
      [[1, 2, 3, 4]],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'x, z',
      [
        [1, 2],
        [3, 4],
      ],
      [
        [1, 3],
        [2, 4],
      ],
    ],
    ['x, v', [[1, [2, 3]]], [[1], [2, 3]]],
    ['x, v', [[1, 2, 3]], [[1], [2, 3]]],
    ['s, x', [[[1, 2, 3, 4], 5]], [[1], [2], [3], [4], [5]]],
    ['w, rain', [[1, 2, 3, 4, true]], [[1, 2], [3, 4], [1]]],
  ] as [string, unknown, number[][]][])('of %s: %j', (of, value, parts) => {
    expect(read(of, value)).toEqual(parts);
  });

  it.each([
    ['x', [], 'p.json has no points.'],
    ['x', { a: 1 }, 'p.json must be an array with an entry for each point.'],
    ['x', [1, 'a'], 'p.json, point 2 is "a", and must be a finite number.'],
    ['x', [[1, 2]], 'p.json, point 1 is [1,2], and must be a finite number.'],
    ['v', [1], 'p.json, point 1 is 1, and must be an array of 2 numbers.'],
    ['v', [[1, 2, 3]], 'p.json, point 1 is [1,2,3], and must be an array of 2 numbers.'],
    ['m', [[[1, 2, 3]]], 'p.json, point 1 is [[1,2,3]], and must be an array of 2 rows of 3 numbers.'],
    ['colour', ['red'], 'p.json, point 1 is "red", and must be one of blue, orange, green.'],
    ['x, v', [1], 'p.json, point 1: an array is needed, with a value for each of x, v.'],
    [
      'x, v',
      [[1, 2, 3, 4]],
      'p.json, point 1 has 4 entries; it takes 2, a value for each of x, v, or 3 numbers in one row.',
    ],
    ['x, z', [[1]], 'p.json, point 1 has 1 entries; it takes 2, a value for each of x, z.'],
    [
      'x, colour',
      [[1, 'bleu']],
      'p.json, point 1, colour is "bleu", and must be one of blue, orange, green. Did you mean blue?',
    ],
  ] as [string, unknown, string][])('refuses of %s: %j', (of, value, message) => {
    expect(() => read(of, value)).toThrow(message);
  });
});

it('any JSON is points or a failure', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom('x', 'm', 's', 'x, v', 'w, rain'), (value, of) => {
      try {
        expect(read(of, value).length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
    }),
    { seed: 5 },
  );
});
