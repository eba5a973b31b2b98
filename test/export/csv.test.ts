import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvNumber, csvText } from '../../webview/export/csv';

describe('a table as text', () => {
  it('reads back as it was, whatever is in it', () => {
    const rows = [
      ['plain', 'a, b', 'say "so"'],
      ['two\nlines', '', '\r\n'],
    ];
    const text = csvText(['a', 'b,c', '"'], rows);
    expect(Papa.parse(text.slice(0, -2), { newline: '\r\n' }).data).toEqual([['a', 'b,c', '"'], ...rows]);
  });

  it('ends every line with CR LF, and leaves empty what is not known', () => {
    expect(csvText(['x', 'y'], [[1, null]])).toBe('x,y\r\n1,\r\n');
  });
});

describe('a number', () => {
  it.each([0.1, 1 / 3, 5e-324, 1.7976931348623157e308, -2.5e-17, 123456789.123, -0])(
    '%f reads back the same',
    (value) => {
      expect(Object.is(Number(csvNumber(value)), value)).toBe(true);
    },
  );

  it('that is not finite goes by its name', () => {
    expect([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN].map(csvNumber)).toEqual([
      'Infinity',
      '-Infinity',
      'NaN',
    ]);
  });
});
