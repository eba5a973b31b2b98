import { describe, expect, it } from 'vitest';
import { depthOf, leavesOf, observationsOf, observedValue } from '../../../src/language/types/constantRows';
import { parseExpression } from '../inspect';

describe('observedValue', () => {
  const real = { kind: 'real' as const, shape: [] };
  const colour = { kind: 'category' as const, shape: [], count: 2, labels: ['blue', 'red'] };

  it.each([
    ['3', real, 3],
    ['-0.5', real, -0.5],
    ['true', real, 1],
    ['false', real, 0],
    ['red', colour, 2],
    ['2', colour, 2],
    ['green', colour, null],
    ['red', real, null],
    ['1 + 1', real, null],
  ])('%s', (text, type, expected) => {
    expect(observedValue(parseExpression(text), type)).toBe(expected);
  });
});

describe('observationsOf', () => {
  it.each([
    ['[1, 2, 3]', 0, 3],
    ['3', 0, 1],
    ['[1, 2]', 1, 1],
    ['[[1, 2], [3, 4], [5, 6]]', 1, 3],
  ])('%s holds, for draws with %d axes, %d', (text, rank, expected) => {
    expect(observationsOf(parseExpression(text), rank).length).toBe(expected);
  });
});

describe('leavesOf and depthOf', () => {
  it('look through the brackets', () => {
    const expression = parseExpression('[[1, 2], [3, 4]]');
    expect(depthOf(expression)).toBe(2);
    expect(leavesOf(expression).map((leaf) => observedValue(leaf, { kind: 'real', shape: [] }))).toEqual([1, 2, 3, 4]);
    expect(depthOf(parseExpression('1'))).toBe(0);
  });
});
