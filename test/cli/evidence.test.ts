import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/cli/evidence';
import { Failure } from '../../src/cli/failure';
import { kindsText, modelOf } from './models';

const { model, graph } = modelOf(kindsText);
const read = (value: unknown) =>
  Object.fromEntries(
    Array.from(readEvidence({ name: 'e.json', value }, model, graph), ([key, numbers]) => [key, Array.from(numbers)]),
  );

describe('readEvidence', () => {
  it('takes scalars, labels, booleans, vectors, matrices and elements', () => {
    expect(
      read({
        x: 1.2,
        colour: 'green',
        rain: false,
        v: [1, 2],
        m: [
          [1, 2, 3],
          [4, 5, 6],
        ],
        's[3]': -1,
        'w[2]': [7, 8],
      }),
    ).toEqual({
      x: [1.2],
      colour: [3],
      rain: [0],
      v: [1, 2],
      m: [1, 2, 3, 4, 5, 6],
      's[3]': [-1],
      'w[2]': [7, 8],
    });
  });

  it('takes a chain whole, null for what was not seen', () => {
    expect(read({ s: [1, 2, 3, 4] })).toEqual({ 's[1]': [1], 's[2]': [2], 's[3]': [3], 's[4]': [4] });
    expect(read({ s: [null, 2, null, 4], w: [[1, 2], null] })).toEqual({ 's[2]': [2], 's[4]': [4], 'w[2]': [1, 2] });
  });

  it('takes no evidence at all', () => {
    expect(read({})).toEqual({});
  });

  it.each([
    [[1], 'e.json must be an object with a value for each variable that was seen: {"x": 1.2}.'],
    [null, 'e.json must be an object'],
    [3, 'e.json must be an object'],
    [{ xx: 1 }, 'e.json has xx, and the model has no variable of that name.'],
    [{ rate: 1 }, 'e.json has rate, which is a param and no random variable.'],
    [{ 's[9]': 1 }, 'e.json has s[9], and s goes from 1 to 4.'],
    [{ x: null }, 'x in e.json is null, and must be a finite number.'],
    [{ x: [1] }, 'x in e.json is [1], and must be a finite number.'],
    [{ v: 1 }, 'v in e.json is 1, and must be an array of 2 numbers.'],
    [
      { s: 1 },
      's in e.json must be an array of 4 values, one for each element of the chain, null for one that was not seen.',
    ],
    [{ s: [1, 2, 3] }, 's in e.json must be an array of 4 values'],
    [{ s: [1, 'a', 3, 4] }, 's[2] in e.json is "a", and must be a finite number.'],
    [{ s: [1, 2, 3, 4], 's[2]': 2 }, 'e.json gives s[2] twice.'],
    [{ 's[2]': 2, 's [2]': 2 }, 'e.json gives s[2] twice.'],
    [{ 'x, z': 2 }, 'e.json has x, z, which is no name of a variable;'],
  ] as [unknown, string][])('refuses %j', (value, message) => {
    expect(() => read(value)).toThrow(message);
  });
});

it('any JSON is evidence or a failure', () => {
  const keys = fc.constantFrom('x', 'v', 's', 's[2]', 'colour', 'nothing', '');
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.jsonValue())), (value) => {
      try {
        for (const numbers of Object.values(read(value))) expect(numbers.every(Number.isFinite)).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
    }),
    { seed: 6 },
  );
});
