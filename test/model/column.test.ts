import { expect, it } from 'vitest';
import { Column } from '../../src/model/column';

it('tells numbers from words by the row', () => {
  const column = new Column(
    Float64Array.of(1.5, Number.NaN, Number.NaN),
    ['NA', ''],
    Uint32Array.of(0, 2, 1),
    1.5,
    1.5,
    false,
  );
  expect(column.length).toBe(3);
  expect([0, 1, 2].map((row) => column.word(row))).toEqual([null, '', 'NA']);
  expect(new Column(Float64Array.of(1), [], null, 1, 1, true).word(0)).toBeNull();
});
