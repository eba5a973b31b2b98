import { expect, it } from 'vitest';
import { literalInteger, literalNumber } from '../../../src/language/syntax/literal';
import { parseExpression } from '../inspect';

it.each([
  ['3', 3, 3],
  ['-2.5', -2.5, null],
  ['-4', -4, -4],
  ['2e3', 2000, 2000],
  ['1e300', 1e300, null],
  ['1 + 1', null, null],
  ['a', null, null],
  ['--1', null, null],
])('%s', (text, number, integer) => {
  expect(literalNumber(parseExpression(text))).toBe(number);
  expect(literalInteger(parseExpression(text))).toBe(integer);
});
