import { expect, it } from 'vitest';
import { Memo } from '../../../src/language/names/memo';

it('makes every answer once', () => {
  const made: string[] = [];
  const memo = new Memo<string, number>(new Map());
  const ask = (key: string) =>
    memo.get(key, made, (name, names) => {
      names.push(name);
      return names.length;
    });
  expect([ask('a'), ask('a'), ask('b'), ask('a')]).toEqual([1, 1, 2, 1]);
  expect(made).toEqual(['a', 'b']);
});
