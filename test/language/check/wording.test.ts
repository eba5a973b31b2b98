import { expect, it } from 'vitest';
import { code, count, insert, kindInWords, list, replace, suggest } from '../../../src/language/check/wording';

it('counts', () => {
  expect([count(1, 'row'), count(3, 'row'), count(2, 'category'), count(10_000, 'unit')]).toEqual([
    '1 row',
    '3 rows',
    '2 categories',
    '10,000 units',
  ]);
});

it('lists', () => {
  expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'], 'or')]).toEqual([
    '',
    'a',
    'a and b',
    'a, b or c',
  ]);
});

it('marks code and names kinds', () => {
  expect(code('z')).toBe('`z`');
  expect(kindInWords('latent')).toBe('a latent variable');
});

it('makes fixes', () => {
  expect(replace({ start: 1, end: 2 }, 'b')).toEqual({
    title: 'Change to `b`',
    edits: [{ span: { start: 1, end: 2 }, text: 'b' }],
  });
  expect(insert(4, 'x', 'Add x').edits).toEqual([{ span: { start: 4, end: 4 }, text: 'x' }]);
});

it('suggests what was probably meant', () => {
  const span = { start: 0, end: 6 };
  expect(suggest('Normla', ['Normal', 'Gamma'], span, { left: 1 }).hint).toBe(' Did you mean `Normal`?');
  expect(suggest('Normla', ['Normal', 'Gamma'], span, { left: 1 }).fixes[0]?.edits).toEqual([{ span, text: 'Normal' }]);
  expect(suggest('q', ['Normal'], span, { left: 1 })).toEqual({ hint: '', fixes: [] });
});
