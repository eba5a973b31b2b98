import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { bytesFile } from '../../src/files/bytesFile';
import { limits } from '../../src/files/limits';
import { Overtaken } from '../../src/files/openFile';
import { readTable, servesColumns, TableReader } from '../../src/files/table';
import type { Table } from '../../src/language/analysis';
import { alone, cellsOf, tableOf, watched } from './tables';

const encode = (text: string) => new TextEncoder().encode(text);

/** Reads all columns of a text, in slices of some bytes. */
function read(
  text: string | Uint8Array,
  { name = 'f.csv', asked = null as readonly string[] | null, slice = 1e9, most = {} } = {},
): Table {
  const bytes = typeof text === 'string' ? encode(text) : text;
  const all = { has: () => true } as unknown as ReadonlySet<string>;
  const reader = new TableReader(name, asked === null ? all : new Set(asked), { ...limits, ...most });
  for (let at = 0; at < bytes.length; at += slice) reader.take(bytes.subarray(at, at + slice));
  return reader.finish();
}

const columnsOf = (table: Table) =>
  Object.fromEntries(Array.from(table.columns, ([name, column]) => [name, cellsOf(column)]));
const columns = (text: string) => columnsOf(read(text));
/** Why a text is no table. */
function refusal(text: string | Uint8Array, options?: Parameters<typeof read>[1]): string {
  try {
    read(text, options);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It is a table.');
}

describe('a table', () => {
  it('has columns by the names of the first row', () => {
    expect(read('eruptions,waiting\n3.6,79\n1.8,54\n')).toEqual(
      tableOf({ eruptions: ['3.6', '1.8'], waiting: ['79', '54'] }),
    );
  });

  it('may have a byte order mark, Windows line ends, blanks, quotes, other delimiters and one column', () => {
    expect(columns('\uFEFFa,b\r\n 1 ,2\r\n')).toEqual({ a: ['1'], b: ['2'] });
    expect(columns('"a, b";c\n1;2\n')).toEqual({ 'a, b': ['1'], c: ['2'] });
    expect(columns('a\tb\n1\t2\n')).toEqual({ a: ['1'], b: ['2'] });
    expect(columns('x\n1\n\n2\n')).toEqual({ x: ['1', '2'] });
    expect(columns('\n \nx\n1')).toEqual({ x: ['1'] });
  });

  it('has empty cells where rows are short, and as many cells in every column as there are rows', () => {
    expect(columns('a,b\n1\n2,3\n')).toEqual({ a: ['1', '2'], b: ['', '3'] });
    expect(columns('a,b,c\n1,2,3\n4\n5\n6\n7\n8\n9,10\n').c).toEqual(['3', '', '', '', '', '', '']);
    expect(columns('a,b\n')).toEqual({ a: [], b: [] });
  });

  it('keeps of columns that nobody asked for their names and first cells', () => {
    const table = read('a,b,c\n1,x,3\n4,y,6\n7,,8\n\n9\n10,z,11\n12,q,13\n', { asked: ['c', 'nosuch'] });
    expect([...table.names]).toEqual(['a', 'b', 'c']);
    expect(table.rows).toBe(6);
    expect(columnsOf(table)).toEqual({ c: ['3', '6', '8', '', '11', '13'] });
    expect(table.firstRows).toEqual([
      ['1', 'x', '3'],
      ['4', 'y', '6'],
      ['7', '', '8'],
      ['9', '', ''],
      ['10', 'z', '11'],
    ]);
  });

  it('has names that are names of objects too', () => {
    expect([...read('__proto__,constructor\n1,2\n').columns.keys()]).toEqual(['__proto__', 'constructor']);
  });
});

describe('a file that is no table', () => {
  it.each([
    ['', '"f.csv" is empty; its first row should name the columns.'],
    ['\n \n', '"f.csv" is empty; its first row should name the columns.'],
    ['a,b\n1,2,3\n', 'Row 2 of "f.csv" has 3 cells, and its first row names 2 columns.'],
    ['a,a\n1,2\n', '"f.csv" has two columns named "a"; rename one.'],
    ['a,b\n1,"2\n', '"f.csv" has an unclosed or misplaced quotation mark in row 2.'],
    ['a,"b\n1,2\n', '"f.csv" has an unclosed or misplaced quotation mark in row 1.'],
  ])('%j is told why', (text, message) => {
    expect(refusal(text)).toBe(message);
  });

  it('is not UTF-8, but Latin-1, UTF-16 with and without its mark, cut in a character, or no text at all', () => {
    const message = '"f.csv" is not UTF-8 text; save it as UTF-8.';
    const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer);
    for (const bytes of [
      Uint8Array.of(0x68, 0xf6, 0x0a),
      utf16('\uFEFFa,b\n1,2\n'),
      utf16('a,b\n1,2\n'),
      encode('a\n1\0\n'),
      Uint8Array.of(0x61, 0xc3),
      new Uint8Array(1000),
    ])
      expect(refusal(bytes)).toBe(message);
  });

  it('has one endless cell, or quotes that never close: it is left as soon as that is plain', () => {
    const long = 'x'.repeat(3 * limits.cellLength);
    const message = (row: number) =>
      `"f.csv" has a cell of more than 100,000 characters in row ${row}, or a quotation mark there that is never closed.`;
    expect(refusal(long, { slice: 1000 })).toBe(message(1));
    expect(refusal(`a,b\n1,2\n3,"${long}`, { slice: 1000 })).toBe(message(3));
    // Nobody asked for the column: nothing of it is kept, so it may be as long as it likes.
    expect(columnsOf(read(`a,b\n1,"${long}"\n2,\n`, { asked: ['a'], slice: 1000 }))).toEqual({ a: ['1', '2'] });
  });

  it('has too many rows, columns or numbers', () => {
    const most = { rows: 1000, columns: 100, cells: 5000 };
    expect(read(`x\n${'1\n'.repeat(1000)}`, { most }).rows).toBe(1000);
    expect(refusal(`x\n${'1\n'.repeat(1001)}`, { most })).toBe(
      '"f.csv" has more than 1,000 rows, which is more than are read; keep fewer.',
    );
    const names = Array.from({ length: 100 }, (_, i) => `c${i}`);
    expect(read(names.join(','), { most }).names.size).toBe(100);
    expect(refusal(`${names.join(',')},more`, { most })).toBe(
      '"f.csv" has more than 100 columns, which is more than are read; keep those that the model needs.',
    );
    const text = `${names.join(',')}\n${`${names.join(',')}\n`.repeat(51)}`;
    expect(refusal(text, { most })).toBe(
      '"f.csv" has more than 5,000 numbers in the 100 columns of this model, which is more than are read; keep fewer rows, or name fewer columns.',
    );
    expect(read(text, { most, asked: ['c7'] }).columns.get('c7')?.length).toBe(51);
  });

  it('is named in short, and so is what stands in it', () => {
    const name = `${'n'.repeat(5e6)}.csv`;
    const cell = 'c'.repeat(90_000);
    for (const text of ['', 'a\n1,2\n', `"${cell}","${cell}"\n`, 'a\n"'])
      expect(refusal(text, { name }).length).toBeLessThan(250);
  });
});

describe('reading in slices', () => {
  it('finds the same wherever the bytes are cut, also in the middle of a character', () => {
    const text = 'größe;"𝜎, σ";z\n1;2\r\n"ä""ö\n,";3\n\n4;"x";5\n';
    const whole = read(text);
    for (let slice = 1; slice < 12; slice++) expect(read(text, { slice })).toEqual(whole);
  });

  it('reads back what Papa Parse writes, wherever it is cut', () => {
    const cell = fc
      .string({ maxLength: 8 })
      .map((text) => text.replaceAll('\0', ''))
      .filter(
        (text) => text.trim() === text && text !== '' && !text.startsWith('\uFEFF') && !Number.isFinite(Number(text)),
      );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        (rows, slice) => {
          const text = Papa.unparse([['first', 'second'], ...rows], { quotes: true });
          expect(columnsOf(read(text, { slice }))).toEqual({
            first: rows.map(([first]) => first),
            second: rows.map(([, second]) => second),
          });
        },
      ),
      { seed: 3 },
    );
  });

  it('never throws but to say what is wrong, and gives as many cells in each column as rows', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 1, max: 50 }), (text, slice) => {
        let table: Table;
        try {
          table = read(text, { slice });
        } catch (error) {
          expect((error as Error).name).toBe('Unreadable');
          return;
        }
        for (const column of table.columns.values()) expect(column.length).toBe(table.rows);
      }),
      { seed: 4 },
    );
  });

  it('reads every byte once, and looks at each name of 60,000 columns a few times', async () => {
    const names = Array.from({ length: 60_000 }, (_, i) => `c${i}`);
    const file = watched(bytesFile(encode(`${names.join(',')}\n${names.map((_, i) => i % 10).join(',')}\n`)));
    let looked = 0;
    const asked = {
      has: (name: string) => {
        looked++;
        return name === 'c77';
      },
    } as unknown as ReadonlySet<string>;
    const table = await readTable(file, 'wide.csv', asked, alone);
    expect(file.slices.reduce((a, b) => a + b)).toBe(file.size);
    expect(looked).toBe(60_000);
    expect([table.names.size, columnsOf(table)]).toEqual([60_000, { c77: ['7'] }]);
  });

  it('leaves others their turn between any two slices', async () => {
    const turns: number[] = [];
    let over = false;
    const file = watched(bytesFile(encode(`x\n${'1.25\n'.repeat(400_000)}`)), (slice) => turns.push(slice));
    const tick = () => {
      turns.push(-1);
      if (!over) setTimeout(tick, 0);
    };
    tick();
    await readTable(file, 'long.csv', new Set(['x']), alone);
    over = true;
    expect(file.slices.length).toBeGreaterThan(7);
    const slices = turns.flatMap((turn, i) => (turn >= 0 ? [i] : []));
    expect(slices.slice(1).filter((at, i) => at === slices[i]! + 1)).toEqual([]);
  });

  it('stops at the next slice once it is overtaken', async () => {
    const reading = { overtaken: false, progress: () => {} };
    const file = watched(bytesFile(encode(`x\n${'1.25\n'.repeat(400_000)}`)), (slice) => {
      reading.overtaken = slice === 2;
    });
    await expect(readTable(file, 'long.csv', new Set(['x']), reading)).rejects.toThrow(Overtaken);
    expect(file.slices.length).toBe(3);
  });
});

describe('servesColumns', () => {
  const asked = (...names: string[]) => new Set(names);
  const table = read('a,b\n1,2\n', { asked: ['a'] });
  it('is true for columns that were read, and for names that are no columns', () => {
    expect(servesColumns(table, asked('a'), asked('a', 'nosuch'))).toBe(true);
    expect(servesColumns(table, asked('a'), asked())).toBe(true);
    expect(servesColumns(table, asked('a'), asked('b'))).toBe(false);
  });

  it('is true of a file that could not be read as long as the same is asked', () => {
    const missing = { kind: 'missing', reason: 'It is too large.' } as const;
    expect(servesColumns(missing, asked('a', 'b'), asked('b', 'a'))).toBe(true);
    expect(servesColumns(missing, asked('a', 'b'), asked('a'))).toBe(false);
  });
});
