import fc from 'fast-check';
import { expect, it } from 'vitest';
import { limits } from '../../src/files/limits';
import { cellsOf, columnOf } from './tables';

it('keeps finite numbers as numbers, and each other text once', () => {
  const column = columnOf(['1', '-2.5e3', 'NA', '', 'Infinity', 'NA', '0x10']);
  expect([...column.numbers]).toEqual([1, -2500, Number.NaN, Number.NaN, Number.NaN, Number.NaN, 16]);
  expect(column.words).toEqual(['NA', '', 'Infinity']);
  expect(cellsOf(column)).toEqual(['1', '-2500', 'NA', '', 'Infinity', 'NA', '16']);
  expect([column.low, column.high, column.whole]).toEqual([-2500, 16, true]);
});

it('knows what a column of numbers is like without words, and an empty one', () => {
  expect(columnOf(['1', '1.5'])).toMatchObject({ low: 1, high: 1.5, whole: false, words: [] });
  expect(columnOf([])).toMatchObject({ length: 0, low: Infinity, high: -Infinity, whole: true });
});

it('gives every cell back, however many and whatever they are', () => {
  const cell = fc.oneof(fc.double({ noNaN: true }).map(String), fc.constantFrom('', 'a', 'b', 'NaN'));
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 300 }), (cells) => {
      const column = columnOf(cells);
      expect(cellsOf(column)).toEqual(cells.map((text) => (text === '-0' ? '0' : text)));
      const numbers = cells.filter((text) => text !== '' && Number.isFinite(Number(text))).map(Number);
      expect(column.low).toBe(Math.min(...numbers));
      expect(column.high).toBe(Math.max(...numbers));
      expect(column.whole).toBe(numbers.every(Number.isInteger));
    }),
    { seed: 1 },
  );
});

it('tells no more texts apart than it may, and keeps none that is long', () => {
  const column = columnOf(Array.from({ length: limits.words + 100 }, (_, i) => `t${i}`));
  expect(column.words.length).toBe(limits.words + 1);
  expect(column.word(limits.words - 1)).toBe(`t${limits.words - 1}`);
  expect(column.word(limits.words + 50)).toBe('…');
  expect(columnOf(['x'.repeat(1000)]).word(0)).toBe(`${'x'.repeat(256)}…`);
});
