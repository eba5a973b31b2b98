import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readTable, readTableBytes, tooLarge } from '../../src/files/table';

const table = (columns: Record<string, string[]>) => ({ kind: 'table', columns: new Map(Object.entries(columns)) });
const missing = (reason: string) => ({ kind: 'missing', reason });

describe('readTable', () => {
  it('reads columns by the names of the first row', () => {
    expect(readTable('eruptions,waiting\n3.6,79\n1.8,54\n', 'faithful.csv')).toEqual(
      table({ eruptions: ['3.6', '1.8'], waiting: ['79', '54'] }),
    );
  });

  it('takes a byte order mark, Windows line ends, blanks, quotes, other delimiters and one column', () => {
    expect(readTable('\uFEFFa,b\r\n 1 ,2\r\n', 'f')).toEqual(table({ a: ['1'], b: ['2'] }));
    expect(readTable('"a, b";c\n1;2\n', 'f')).toEqual(table({ 'a, b': ['1'], c: ['2'] }));
    expect(readTable('a\tb\n1\t2\n', 'f')).toEqual(table({ a: ['1'], b: ['2'] }));
    expect(readTable('x\n1\n\n2\n', 'f')).toEqual(table({ x: ['1', '2'] }));
  });

  it('fills short rows with empty cells and gives every column as many cells as there are rows', () => {
    expect(readTable('a,b\n1\n2,3\n', 'f')).toEqual(table({ a: ['1', '2'], b: ['', '3'] }));
    expect(readTable('a,b\n', 'f')).toEqual(table({ a: [], b: [] }));
  });

  it('says what is wrong with a file that is no table', () => {
    expect(readTable('', 'f.csv')).toEqual(missing('"f.csv" is empty; its first row should name the columns.'));
    expect(readTable('a,b\n1,2,3\n', 'f.csv')).toEqual(
      missing('Row 2 of "f.csv" has 3 cells, and its first row names 2 columns.'),
    );
    expect(readTable('a,a\n1,2\n', 'f.csv')).toEqual(missing('"f.csv" has two columns named "a"; rename one.'));
    expect(readTable('a,b\n1,"2\n', 'f.csv')).toEqual(
      missing('"f.csv" has an unclosed or misplaced quotation mark in row 2.'),
    );
  });

  it('reads back what Papa Parse writes', () => {
    const cell = fc
      .string({ maxLength: 8 })
      .filter((text) => text.trim() === text && text !== '' && !text.startsWith('\uFEFF'));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const text = Papa.unparse([['first', 'second'], ...rows], { quotes: true });
        expect(readTable(text, 'f')).toEqual(
          table({ first: rows.map((row) => row[0]), second: rows.map((row) => row[1]) }),
        );
      }),
      { seed: 3 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const file = readTable(text, 'f');
        if (file.kind === 'table')
          expect(new Set([...file.columns.values()].map((c) => c.length)).size).toBeLessThan(2);
      }),
      { seed: 4 },
    );
  });
});

describe('tooLarge', () => {
  it('names both sizes', () => {
    expect(tooLarge('big.csv', 1200 * 1024 * 1024, 20 * 1024 * 1024)).toBe(
      '"big.csv" has 1,200 MB, and at most 20 MB are read; keep the columns and rows that the model needs.',
    );
  });
});

describe('readTableBytes', () => {
  it('reads UTF-8, and says so of anything else', () => {
    expect(readTableBytes(new TextEncoder().encode('höhe\n1'), 'a.csv')).toEqual({
      kind: 'table',
      columns: new Map([['höhe', ['1']]]),
    });
    expect(readTableBytes(Uint8Array.of(0x68, 0xf6, 0x0a), 'a.csv')).toEqual({
      kind: 'missing',
      reason: '"a.csv" is not UTF-8 text; save it as UTF-8.',
    });
  });
});
