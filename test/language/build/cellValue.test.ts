import { expect, it } from 'vitest';
import { cellValue, wordValue } from '../../../src/language/build/cellValue';
import type { ValueType } from '../../../src/model/type';
import { columnOf } from '../../files/tables';

const values = (cells: readonly string[], type: ValueType | null) => {
  const column = columnOf(cells);
  return cells.map((_, row) => cellValue(column, row, type));
};

it('codes labels from 1, also such as numbers might be taken for', () => {
  const type: ValueType = { kind: 'category', shape: [], count: 3, labels: ['blue', 'Infinity', 'NaN'] };
  expect(values(['blue', 'Infinity', 'NaN', '2', 'green'], type)).toEqual([1, 2, 3, 2, Number.NaN]);
});

it('reads booleans as words and as numbers', () => {
  const type: ValueType = { kind: 'boolean', shape: [] };
  expect(values(['true', 'False', '1', '0', 'yes'], type)).toEqual([1, 0, 1, 0, Number.NaN]);
});

it('knows no word where the type is not known', () => {
  expect(values(['1.5', 'a', ''], null)).toEqual([1.5, Number.NaN, Number.NaN]);
  expect(wordValue('true', null)).toBeNaN();
});
