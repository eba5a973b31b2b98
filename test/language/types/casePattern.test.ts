import { describe, expect, it } from 'vitest';
import { codeInWords, labelCode, patternCode } from '../../../src/language/types/casePattern';
import type { ValueType } from '../../../src/model/type';
import { parseExpression } from '../inspect';

const coin: ValueType = { kind: 'boolean', shape: [] };
const colour: ValueType = { kind: 'category', shape: [], count: 2, labels: ['blue', 'red'] };
const numbered: ValueType = { kind: 'category', shape: [], count: 3 };
const whole: ValueType = { kind: 'integer', shape: [] };

describe('patternCode', () => {
  it.each([
    ['true', coin, 1],
    ['false', coin, 0],
    ['0', coin, 0],
    ['2', coin, null],
    ['blue', colour, 1],
    ['red', colour, 2],
    ['green', colour, null],
    ['1', colour, null],
    ['3', numbered, 3],
    ['4', numbered, null],
    ['0', numbered, null],
    ['-2', whole, -2],
    ['1.5', whole, null],
  ])('%s', (text, type, code) => {
    expect(patternCode(parseExpression(text), type)).toBe(code);
  });
});

describe('codeInWords', () => {
  it('writes a code as the model would', () => {
    expect([codeInWords(1, coin), codeInWords(0, coin), codeInWords(2, colour), codeInWords(3, numbered)]).toEqual([
      'true',
      'false',
      'red',
      '3',
    ]);
  });
});

describe('labelCode', () => {
  it('counts from 1, the first of equal labels winning, and is 0 for a stranger', () => {
    expect([labelCode('a', ['a', 'b', 'a']), labelCode('b', ['a', 'b', 'a']), labelCode('c', ['a'])]).toEqual([
      1, 2, 0,
    ]);
  });
});
