import { describe, expect, it } from 'vitest';
import {
  arithmeticKind,
  boolean,
  broadcast,
  integer,
  isNumeric,
  joinKinds,
  joinsWith,
  real,
  shapeInWords,
  sizeOf,
  typeInWords,
  withShape,
} from '../../../src/language/types/valueType';
import type { ValueType } from '../../../src/model/type';

const colour: ValueType = { kind: 'category', shape: [], count: 2, labels: ['blue', 'red'] };
const numbered: ValueType = { kind: 'category', shape: [], count: 2 };

describe('shapes', () => {
  it('broadcast scalars, and nothing else', () => {
    expect(broadcast([], [3])).toEqual([3]);
    expect(broadcast([2, 3], [])).toEqual([2, 3]);
    expect(broadcast([3], [3])).toEqual([3]);
    expect(broadcast([3], [2])).toBeNull();
    expect(broadcast([3], [3, 3])).toBeNull();
    expect([sizeOf([]), sizeOf([3]), sizeOf([2, 3])]).toEqual([1, 3, 6]);
  });

  it.each([
    [[], 'a number'],
    [[3], 'a vector of 3'],
    [[2, 3], 'a 2 by 3 matrix'],
    [[2, 3, 4], 'an array of 2 by 3 by 4'],
  ])('%j is %s', (shape, words) => {
    expect(shapeInWords(shape)).toBe(words);
  });
});

describe('kinds', () => {
  it('are whole where both operands are', () => {
    expect(arithmeticKind(integer, boolean)).toBe('integer');
    expect(arithmeticKind(integer, real)).toBe('real');
    expect(arithmeticKind(numbered, integer)).toBe('integer');
  });

  it('join to what holds both', () => {
    expect(joinKinds(boolean, boolean, [])).toBe(boolean);
    expect(joinKinds(boolean, integer, [2])).toEqual({ kind: 'integer', shape: [2] });
    expect(joinKinds(colour, colour, [])).toBe(colour);
    expect(withShape(colour, [3])).toEqual({ ...colour, shape: [3] });
  });

  it('are numbers unless they have names', () => {
    expect([isNumeric(colour), isNumeric(numbered), isNumeric(boolean)]).toEqual([false, true, true]);
  });

  it.each([
    [real, 'a number'],
    [integer, 'a whole number'],
    [boolean, 'true or false'],
    [colour, 'one of 2 categories'],
    [{ kind: 'integer' as const, shape: [2] }, 'a vector of 2 (whole numbers)'],
  ])('%j in words', (type, words) => {
    expect(typeInWords(type)).toBe(words);
  });
});

describe('joinsWith', () => {
  it('lets a point go with any number, and draws only with their like', () => {
    const draws = (type: ValueType, point = false) => ({ type, point });
    expect(joinsWith(draws(integer), draws(real))).toBe(false);
    expect(joinsWith(draws(integer), draws(real, true))).toBe(true);
    expect(joinsWith(draws(colour), draws(real, true))).toBe(false);
    expect(joinsWith(draws(numbered), draws({ ...numbered, count: 3 }))).toBe(false);
    expect(joinsWith(draws(real), draws({ kind: 'real', shape: [2] }, true))).toBe(false);
  });
});
