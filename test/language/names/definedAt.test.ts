import { expect, it } from 'vitest';
import { DefinedAt } from '../../../src/language/names/definedAt';
import type { Name } from '../../../src/language/syntax/tree';

const name = (text: string, start: number): Name => ({ kind: 'Name', text, span: { start, end: start + text.length } });

it('remembers what a name means by its place', () => {
  const a = { name: 'a', number: 0 };
  const b = { name: 'b', number: 1 };
  const table = new DefinedAt(20, [a, b]);
  table.set(name('a', 0), a);
  table.set(name('b', 5), b);
  table.set(name('a', 20), a);
  expect(table.get(name('a', 0))).toBe(a);
  expect(table.get(name('b', 5))).toBe(b);
  expect(table.get(name('a', 20))).toBe(a);
  expect(table.has(name('a', 3))).toBe(false);
});

it('does not take another name at the same place for it', () => {
  const a = { name: 'a', number: 0 };
  const table = new DefinedAt(4, [a]);
  table.set(name('a', 0), a);
  expect(table.get(name('b', 0))).toBeUndefined();
});
