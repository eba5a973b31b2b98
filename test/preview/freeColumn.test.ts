import fc from 'fast-check';
import { expect, it } from 'vitest';
import { freeColumn, type Group } from '../../src/preview/freeColumn';

const group = (column: number, parts: Partial<Group> = {}): Group => ({
  column,
  active: false,
  holds: false,
  taken: false,
  ...parts,
});

it('is where the text has a tab, else the active group, else the first', () => {
  expect(freeColumn([group(1), group(2, { active: true }), group(3, { holds: true })])).toBe(3);
  expect(freeColumn([group(1), group(2, { active: true })])).toBe(2);
  expect(freeColumn([group(1), group(2, { active: true, taken: true })])).toBe(1);
});

it('is a new one where a page is in each, even above a tab of the text', () => {
  expect(freeColumn([group(1, { active: true, taken: true, holds: true })])).toBe(2);
});

it('never covers a page', () => {
  const groups = fc.array(fc.record({ active: fc.boolean(), holds: fc.boolean(), taken: fc.boolean() }), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(groups, (parts) => {
      const all = parts.map((part, i) => group(i + 1, part));
      const column = freeColumn(all);
      expect(all[column - 1]?.taken ?? false).toBe(false);
      expect(column > all.length).toBe(all.every(({ taken }) => taken));
    }),
    { seed: 11 },
  );
});
