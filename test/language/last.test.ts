import { expect, it } from 'vitest';
import { Last } from '../../src/language/last';

it('makes the answer once for one key after the other', () => {
  const made: string[] = [];
  const last = new Last<string, number>();
  const ask = (key: string) =>
    last.get(key, (name) => {
      made.push(name);
      return made.length;
    });
  expect([ask('a'), ask('a'), ask('b'), ask('a')]).toEqual([1, 1, 2, 3]);
  expect(made).toEqual(['a', 'b', 'a']);
});
