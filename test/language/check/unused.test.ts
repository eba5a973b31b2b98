import { expect, it } from 'vitest';
import { isEveryNameUsed } from '../../../src/language/check/unused';
import { inspect } from '../inspect';

it.each([
  ['param a = 1 observed x ~ Normal(0, 1)', false],
  ['param a = 1 observed x ~ Normal(b, 1)', true],
  ['param a = 1 observed x ~ Normal(', true],
  ['param a = 1', true],
])('%s', (text, expected) => {
  expect(isEveryNameUsed(inspect(text))).toBe(expected);
});
