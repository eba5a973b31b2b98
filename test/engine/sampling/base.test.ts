import { expect, it } from 'vitest';
import { Base } from '../../../src/engine/sampling/base';
import { Column } from '../../../src/engine/sampling/columns';

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

const make = () => Column.fromUniforms(new Float64Array(1));

it('keeps what it can hold of what is asked for again and again', () => {
  const base = new Base();
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const round = () => names.map((name) => base.column(name, 1_000_000, make));
  const first = round();
  for (let i = 0; i < 50; i++) {
    const again = round();
    expect(again.filter((column, k) => column === first[k]).length).toBe(4);
  }
});

it('forgets what is no longer asked for', () => {
  const base = new Base();
  const old = base.column('old', 3_000_000, make);
  const seen = Array.from({ length: 20 }, () => base.column('new', 3_000_000, make));
  expect(seen.at(-1)).toBe(seen.at(-2));
  expect(base.column('old', 3_000_000, make)).not.toBe(old);
});
