import { expect, it } from 'vitest';
import { Base } from '../../webview/engine/base';
import { Column } from '../../webview/engine/columns';

it('gives the same numbers for the same place, made once', () => {
  const base = new Base();
  const column = base.samples(0, 'z', 0, 0, 100);
  expect(base.samples(0, 'z', 0, 0, 100)).toBe(column);
  expect(new Base().samples(0, 'z', 0, 0, 100).uniform).toEqual(column.uniform);
});

it('gives other numbers to another seed, variable, coordinate and block', () => {
  const base = new Base();
  const all = [
    base.samples(0, 'z', 0, 0, 9),
    base.samples(1, 'z', 0, 0, 9),
    base.samples(0, 'x', 0, 0, 9),
    base.samples(0, 'z', 1, 0, 9),
    base.samples(0, 'z', 0, 1, 9),
  ];
  expect(new Set(all.map(({ uniform }) => uniform[0])).size).toBe(5);
});

it('forgets when it holds too much', () => {
  const base = new Base();
  const make = () => Column.fromUniforms(new Float64Array(1));
  const first = base.column('a', 3_000_000, make);
  expect(base.column('a', 3_000_000, make)).toBe(first);
  base.column('b', 3_000_000, make);
  expect(base.column('a', 3_000_000, make)).not.toBe(first);
});
